import { settled } from './clock.testing.ts'
import type { DialDraft } from './draft.ts'
import type { DialGuardContext, DialVerdict } from './guard.ts'
import type { PickerOptions } from './options.ts'
import { later, MOBILE, openReady } from './picker.testing.ts'

/** A guard that answers when the test says so. */
function slowGuard() {
  const checks: {
    draft: DialDraft
    signal: AbortSignal
    answer: (verdict: DialVerdict) => void
  }[] = []
  const guard = (draft: DialDraft, { signal }: DialGuardContext) => {
    const { promise, resolve } = later<DialVerdict>()
    checks.push({ draft, signal, answer: resolve })
    return promise
  }
  const answer = async (verdict: DialVerdict, at = checks.length - 1) => {
    checks[at]?.answer(verdict)
    await settled()
  }
  return { guard, checks, answer, checked: () => checks.map(({ draft }) => draft.caller) }
}

export async function openSlow(given: Partial<PickerOptions> = {}, callee = MOBILE) {
  const slow = slowGuard()
  return { ...slow, ...(await openReady({ beforeDial: slow.guard, ...given }, callee)) }
}

export async function openWarned() {
  const page = await openSlow()
  page.picker.press()
  await page.answer({ warn: 'Late.' })
  return page
}
