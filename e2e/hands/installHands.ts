import type { CccAction, PlacedNumber } from '../../src/ccc/index.ts'
import type { ProxyClient } from '../../src/client/index.ts'
import type { DialDraft, OutboundNumberPickerOptions } from '../../src/picker/index.ts'
import type { Asked, Call, Check, Given, InPage } from './inPage.ts'

/** Runs in the page before anything else, so it may use nothing from around it. */
export function installHands(given: Given): void {
  const checks: Check[] = []
  const calls: Call[] = []
  const dialed: DialDraft[] = []
  const shown: string[] = []
  const asked: Asked[] = []
  const heard: string[] = []
  const nowhere = { province: '', city: '' }
  const most = given.callers ?? 20
  let root: ParentNode = document
  let draw = (_options: OutboundNumberPickerOptions) => {}

  /** 010 8888 0000 and so on: a caller tells for which number it was offered. */
  const callersOf = (callee: string, count: number): PlacedNumber[] =>
    Array.from({ length: count }, (_, index) => ({
      ...nowhere,
      number: `010${callee.slice(-4)}${String(index).padStart(4, '0')}`,
    }))

  function pick({ callee = '', count = 5 }: { callee?: string; count?: number }) {
    return new Promise((resolve, reject) => {
      const requestId = `R-${asked.length + 1}`
      const answer = (rows = count) => {
        const found = callersOf(callee, Math.min(rows, most))
        const candidates = found.map((one) => ({ ...one, match: 'unknown' as const }))
        resolve({ place: nowhere, candidates, dropped: 0, requestId })
      }
      const refuse = () => reject(new Error('The cloud is down.'))
      asked.push({ callee, count, answer, refuse })
      if (!given.holds) answer()
    })
  }

  const answers: Record<string, (request: object) => Promise<unknown>> = {
    PickOutboundNumbers: pick,
    ListOutboundNumbersOfUser: async () => ({
      entries: callersOf('7777', 40),
      total: 40,
      dropped: 0,
      requestId: 'all',
    }),
  }

  const client: ProxyClient = {
    call: async <Request, Result>({ name }: CccAction<Request, Result>, request: Request) => {
      const result: unknown = await answers[name]?.(Object(request))
      // What is read of an answer has no other name here.
      return result as Result
    },
  }

  const hands: InPage = {
    checks,
    calls,
    dialed,
    shown,
    asked,
    heard,
    given,
    options: {
      client,
      skillGroups: [{ id: 'presales@ccc-test', name: '售前咨询' }],
      userId: 'agent@ccc-test',
      memory: false,
      beforeDial:
        given.guard &&
        ((draft, { signal }) =>
          new Promise((decide, fail) => {
            checks.push({ draft, signal, decide, fail })
            if (given.guard === 'warns') decide({ warn: 'Twice today.' })
            if (given.guard === 'refuses') decide({ refuse: 'On the list.' })
          })),
      onDial: (draft) => {
        dialed.push(draft)
        shown.push(root.querySelector<HTMLInputElement>('input[type=tel]')?.value ?? '')
        if (given.call === 'rejects') return Promise.reject(new Error('The line is dead.'))
        if (given.call !== 'waits') return undefined
        return new Promise<void>((end, fail) => {
          calls.push({ draft, end, fail })
        })
      },
      onCalleeChange: (callee) => {
        heard.push(callee)
      },
      ...given.options,
    },
    handle: { setCallee: () => {}, focus: () => {}, reset: () => {} },
    set: (options) => {
      hands.options = { ...hands.options, ...options }
      draw(hands.options)
    },
    remove: () => {},
    put: () => {},
    attach: (host) => {
      root = host.root
      draw = host.draw
      const { handle, remove, put } = host
      Object.assign(hands, { handle, remove, put })
    },
    type: (field, text) => {
      // A framework overrides `value` on its own fields, to see what scripts write.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    },
    press: (target, key, more) => {
      const init = { key, code: key, bubbles: true, composed: true, cancelable: true, ...more }
      target.dispatchEvent(new KeyboardEvent('keydown', init))
    },
  }
  window.hands = hands
}
