import { settled, startClock } from './clock.testing.ts'
import { createCloud, pickOf } from './cloud.testing.ts'
import { createPicker } from './createPicker.ts'
import type { DialDraft } from './draft.ts'
import type { PickerOptions } from './options.ts'

export const MOBILE = '13888888888'
export const OTHER_MOBILE = '13999999999'
/** Complete, but one digit may follow. */
export const LANDLINE = '05718888888'
export const CALLERS = ['01011111111', '01022222222', '01033333333'] as const
export const [FIRST, SECOND, THIRD] = CALLERS
export const GROUPS = ['a', 'b'].map((id) => ({ id, name: id }))

/** A picker on a page that draws every change at once; its clock and its cloud wait for the test. */
export function openPicker(given: Partial<PickerOptions> = {}) {
  const clock = startClock()
  const cloud = createCloud()
  const dialed: DialDraft[] = []
  let options: PickerOptions = {
    client: cloud.client,
    skillGroups: GROUPS,
    memory: false,
    onDial: (draft) => void dialed.push(draft),
    ...given,
  }
  const picker = createPicker(options, clock)
  const draw = () => picker.shown(picker.getSnapshot())
  const close = picker.subscribe(draw)
  draw()

  return {
    picker,
    clock,
    cloud,
    dialed,
    draw,
    close,
    open: () => picker.subscribe(draw),
    /** What is shown. */
    now: picker.getSnapshot,
    selected: () => {
      const { pick } = picker.getSnapshot()
      return pick.state === 'found' ? (pick.selected?.number ?? null) : null
    },
    callers: () => {
      const { pick } = picker.getSnapshot()
      return pick.state === 'found' ? pick.candidates.map(({ number }) => number) : []
    },
    /** Passes the options with these in place of some. */
    set: (some: Partial<PickerOptions>) => {
      options = { ...options, ...some }
      picker.setOptions(options)
    },
    options: () => options,
    /** The cloud offers these callers for what was asked last. */
    offer: async (callers: readonly string[] = CALLERS) => {
      const asked = cloud.waiting.at(-1)
      if (!asked) throw new Error('Nothing was asked.')
      asked.answer(pickOf(asked.callee, callers))
      await settled()
    },
  }
}

/** The same with callers on the screen, which have been there long enough. */
export async function openReady(given: Partial<PickerOptions> = {}, callee = MOBILE) {
  const page = openPicker(given)
  page.picker.setCallee(callee)
  await page.clock.pass(500)
  await page.offer()
  await page.clock.pass(1000)
  return page
}

/** A promise that a test settles. */
export function later<Result>() {
  let resolve: (result: Result) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<Result>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
