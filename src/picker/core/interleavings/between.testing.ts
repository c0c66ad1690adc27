import { same } from './pressed.testing.ts'
import type { Sight } from './sight.testing.ts'
import { numberIn } from './texts.testing.ts'
import type { Witness } from './witness.testing.ts'
import type { World } from './world.testing.ts'

const TAKEN_BACK = /changed|allowed|unmounted|cancelled|again|late/

/** What is shown of the last press must be what can still come of it; `isQuiet` once all promises have settled. */
export function checkPress(witness: Witness, sight: Sight, isQuiet: boolean): void {
  const { open, underWay, blame } = witness
  const { dial, draft } = sight.snapshot()
  const { status } = dial
  const isTold = open?.signal?.aborted ?? false
  if (open?.signal && TAKEN_BACK.test(open.over) && !isTold) {
    blame(`a guard was not told although ${open.over}`)
  }
  if (status !== 'idle' && status !== 'calling' && !same(dial.draft, draft)) {
    blame(`${status} is shown for another draft`)
  }
  if (underWay && status !== 'calling') blame(`${status} is shown during a call`)
  if (!isQuiet) return

  if (!underWay && status === 'calling') blame('a call is shown that is over')
  if (status === 'checking' && isTold) blame('a guard was told too early')
  const waits = open?.over === '' ? (open.verdict ?? 'checking') : 'nothing'
  const shown = { checking: 'checking', warned: 'warn' }[String(status)] ?? 'nothing'
  if (waits === 'allow') {
    if (open?.draft && sight.whyNot(open.draft) === '') blame('an allowed call is missing')
    witness.end(open, 'it did not stand')
  } else if (waits !== shown) blame(`${status} is shown, but a press waits for ${waits}`)
}

/** There is one request at most, and it is for the question that is shown. */
export function checkRequests({ picker, host, sight, cloud, witness }: World): void {
  // Noticed in the middle of a request, other groups may leave one behind.
  if (host.changedGroupsQuietly) return
  const { callee, skillGroups } = picker.getSnapshot()
  const shown = [numberIn(callee.typed), ...skillGroups.chosenIds].join()
  const asked = cloud.waiting
    .filter(({ action, signal }) => action === 'PickOutboundNumbers' && !signal?.aborted)
    .map((one) => [one.callee, ...one.skillGroupIds].join())
  const mayAsk = sight.watchers > 0 && !sight.composing
  if (asked.length > 1) witness.blame('two requests are on their way')
  if (asked.some((question) => question !== shown || !mayAsk)) {
    witness.blame(`a request for ${asked} was not ended`)
  }
}
