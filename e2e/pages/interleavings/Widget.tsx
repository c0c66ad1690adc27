import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { readCallee } from '../../../src/ccc/index.ts'
import { createProxyClient, type ProxyResponse } from '../../../src/client/index.ts'
import {
  type DialDraft,
  type DialVerdict,
  OutboundNumberPicker,
} from '../../../src/picker/index.ts'

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

/** Takes the last one, or as often any. */
export function take<One>(list: One[], choice: number): One | undefined {
  const position = choice % 2 === 0 ? choice % Math.max(list.length, 1) : list.length - 1
  return list.splice(Math.max(position, 0), 1)[0]
}

/** A picker, its agent's hands, and a witness of what it dials. */
export class Widget {
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
