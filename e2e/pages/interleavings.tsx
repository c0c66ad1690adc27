/**
 * Two pickers, one of them with a guard, a transport that ignores every abort, and a test that answers, fails, types,
 * toggles, decides, waits and dials in any order. Whatever happens, a dialed pair belongs to what is shown.
 */
import fc from 'fast-check'
import type { ProxyResponse } from '../../src/client/index.ts'
import { endWaits, forgetWaits, settle } from './interleavings/timers.ts'
import { take, Widget } from './interleavings/Widget.tsx'

declare global {
  interface Window {
    runInterleavings: (
      seed: number,
      runs: number,
    ) => Promise<{ dialed: number; checked: number; failure: string }>
  }
}

const callees = ['13888888888', '13999999999', '02188888888', '95588']

const refusals: readonly ProxyResponse[] = [
  { status: 503, data: { Code: 'ServiceUnavailable' } },
  { status: 200, data: 'nonsense' },
]

const step = fc.record({
  act: fc.constantFrom(
    ...['type', 'erase', 'toggle', 'fail', 'arrow', 'more', 'wait', 'remount'],
    ...['answer', 'answer', 'answer', 'answer', 'enter', 'enter', 'dial', 'decide', 'decide'],
    // What leads to a call.
    ...['offer', 'offer', 'offer'],
  ),
  second: fc.boolean(),
  choice: fc.nat(7),
})

function answerLast({ calls }: Widget) {
  const call = calls.pop()
  call?.answer(call.offers)
}

function act(widget: Widget, { act, choice }: { act: string; choice: number }) {
  const { calls, field, boxes } = widget
  switch (act) {
    case 'type':
      return widget.type(callees[choice % callees.length] ?? '')
    case 'erase':
      return widget.type(field?.value.slice(0, -1) ?? '')
    case 'toggle':
      return boxes[choice % boxes.length]?.click()
    case 'answer':
    case 'fail': {
      const call = take(calls, choice)
      const refusal = refusals[choice % refusals.length]
      return call?.answer(act === 'fail' && refusal ? refusal : call.offers)
    }
    case 'offer':
      if (calls.length === 0) widget.type(callees[choice % callees.length] ?? '')
      return answerLast(widget)
    case 'enter':
      return widget.press('Enter')
    case 'arrow':
      return widget.press('ArrowDown')
    case 'dial':
      return widget.click('[part=dial]')
    case 'decide':
      return widget.decide(choice)
    case 'more':
      return widget.click('.onp-others button')
    case 'wait':
      return endWaits()
    case 'remount':
      return choice === 0 && widget.remount()
  }
}

window.runInterleavings = async (seed, runs) => {
  let dialed = 0
  let checked = 0
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 40, maxLength: 80, size: 'max' }),
    async (steps) => {
      const [one, other] = [new Widget(false), new Widget(true)]
      try {
        for (const next of steps) {
          act(next.second ? other : one, next)
          // Some acts follow each other before anything could be painted.
          if (next.choice < 6) await settle()
        }
        const wrong = one.wrong || other.wrong
        if (wrong) throw new Error(wrong)
      } finally {
        dialed += one.dialed
        checked += other.dialed
        one.unmount()
        other.unmount()
        forgetWaits()
      }
    },
  )
  const result = await fc.check(property, { seed, numRuns: runs })
  return {
    dialed,
    checked,
    failure: result.failed ? (fc.defaultReportMessage(result) ?? 'failed') : '',
  }
}
