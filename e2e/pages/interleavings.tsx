/**
 * Two pickers, one of them with a guard, a transport that ignores every abort, and a test that answers, fails, types,
 * toggles, decides, waits and dials in any order. Whatever happens, a dialed pair belongs to what is shown.
 */
import fc from 'fast-check'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { readCallee } from '../../src/ccc/index.ts'
import { createProxyClient, type ProxyResponse } from '../../src/client/index.ts'
import { type DialDraft, type DialVerdict, OutboundNumberPicker } from '../../src/picker/index.ts'

declare global {
  interface Window {
    runInterleavings: (
      seed: number,
      runs: number,
    ) => Promise<{ dialed: number; checked: number; failure: string }>
  }
}

const callees = ['13888888888', '13999999999', '02188888888', '95588']
const groups = ['a', 'b'].map((name) => ({ id: `${name}@ccc-test`, name }))

/** A caller that tells which question it was offered for. */
function callerFor(callee: string, skillGroupIds: readonly string[], position: number): string {
  const text = callee + skillGroupIds.join()
  let hash = position
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) % 9_999_991
  return `010${String(10_000_000 + hash)}`
}

interface Call {
  answer: (response: ProxyResponse) => void
  offers: ProxyResponse
}

const refusals: readonly ProxyResponse[] = [
  { status: 503, data: { Code: 'ServiceUnavailable' } },
  { status: 200, data: 'nonsense' },
]

// Waits (the pause, retries, timeouts) end when the test says so; what is to be done soon is done in
// the next task, without the four milliseconds that browsers add.
const waits = new Map<number, () => void>()
const soon = new Map<number, () => void>()
const { port1, port2 } = new MessageChannel()
port1.onmessage = ({ data: id }) => {
  soon.get(id)?.()
  soon.delete(id)
}
let lastTimer = 1_000_000
Object.assign(window, {
  setTimeout: (run: () => void, delay = 0) => {
    lastTimer++
    if (delay >= 100) waits.set(lastTimer, run)
    else {
      soon.set(lastTimer, run)
      port2.postMessage(lastTimer)
    }
    return lastTimer
  },
  clearTimeout: (id: number) => {
    waits.delete(id)
    soon.delete(id)
  },
})

/** Lets React and React Query do all that they have to do now. */
async function settle() {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise<void>((resolve) => setTimeout(resolve))
  }
}

/** Takes the last one, or as often any. */
function take<One>(list: One[], choice: number): One | undefined {
  const position = choice % 2 === 0 ? choice % Math.max(list.length, 1) : list.length - 1
  return list.splice(Math.max(position, 0), 1)[0]
}

class Widget {
  readonly calls: Call[] = []
  /** The guard's checks under way, each with the draft that it is for. */
  readonly checks: { draft: DialDraft; decide: (verdict: DialVerdict) => void }[] = []
  /** What the guard let pass. */
  private readonly passed: DialDraft[] = []
  readonly host = document.body.appendChild(document.createElement('div'))
  dialed = 0
  wrong = ''
  private root: Root

  constructor(private readonly isGuarded: boolean) {
    this.root = this.mount()
  }

  private mount(): Root {
    const client = createProxyClient({
      // Not to be reached: it would come whenever the machine is slow, whatever the seed.
      timeout: 3_600_000,
      endpoint: '/',
      request: ({ data }) =>
        new Promise((answer) => {
          const asked = JSON.parse(new URLSearchParams(data).get('request') ?? '{}')
          const ids: string[] = JSON.parse(asked.skillGroupIdList)
          const Data = [1, 2, 3].map((position) => ({
            Callee: { Number: asked.calledNumber },
            Caller: { Number: callerFor(asked.calledNumber, ids, position) },
          }))
          this.calls.push({ answer, offers: { status: 200, data: { Code: 'OK', Data } } })
        }),
    })
    const root = createRoot(this.host)
    root.render(
      <StrictMode>
        <OutboundNumberPicker
          client={client}
          skillGroups={groups}
          memory={false}
          beforeDial={
            this.isGuarded
              ? (draft) => new Promise((decide) => this.checks.push({ draft, decide }))
              : undefined
          }
          onDial={(draft) => this.check(draft)}
        />
      </StrictMode>,
    )
    return root
  }

  remount() {
    this.root.unmount()
    this.root = this.mount()
  }

  unmount() {
    this.root.unmount()
    this.host.remove()
  }

  decide(choice: number) {
    const check = take(this.checks, choice)
    if (!check) return
    this.passed.push(check.draft)
    check.decide(true)
  }

  private check(draft: DialDraft) {
    const { callee, caller, skillGroupIds } = draft
    this.dialed++
    if (this.isGuarded && !this.passed.includes(draft)) this.wrong ||= 'dialed without its guard'
    const reading = readCallee(this.field?.value ?? '')
    const shown = reading.state === 'complete' ? reading.number : reading.state
    const ticked = this.boxes.flatMap((box, index) =>
      box.checked ? (groups[index]?.id ?? []) : [],
    )
    const offered = [1, 2, 3].map((position) => callerFor(shown, ticked, position))
    if (callee !== shown || skillGroupIds.join() !== ticked.join() || !offered.includes(caller)) {
      this.wrong ||= `dialed ${callee} with ${skillGroupIds} from ${caller}, shown ${shown} with ${ticked}`
    }
  }

  get field() {
    return this.host.querySelector<HTMLInputElement>('input[type=tel]')
  }

  get boxes() {
    return [...this.host.querySelectorAll<HTMLInputElement>('fieldset input[type=checkbox]')]
  }

  type(text: string) {
    const { field } = this
    if (!field) return
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  press(key: string) {
    this.field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }

  click(selector: string) {
    this.host.querySelector<HTMLElement>(selector)?.click()
  }
}

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
    case 'wait': {
      const due = [...waits.values()]
      waits.clear()
      for (const run of due) run()
      return
    }
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
        waits.clear()
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
