/** What an agent's day does to a page: pickers that come and go, and picks in one that stays. */
import { createRoot } from 'react-dom/client'
import '../../src/picker/picker.css'
import { createProxyClient } from '../../src/client/index.ts'
import { OutboundNumberPicker } from '../../src/picker/index.ts'
import { answerOf, callers, skillGroups } from './answers.ts'

declare global {
  interface Window {
    /** A host opens and closes pickers, each for one customer. Tells how many showed their callers. */
    comeAndGo: (times: number) => Promise<number>
    /** An agent types numbers and dials them. Tells how many calls were made. */
    pick: (times: number) => Promise<number>
  }
}

const stage = document.getElementById('stage') ?? document.body
let asked = 0
let dialed = 0
const client = createProxyClient({
  endpoint: '/',
  request: async () => {
    // Others each time, so that it can be seen which answer is shown.
    asked++
    return answerOf(callers(5).map((_, index) => `010${80_000_000 + 5 * asked + index}`))
  },
})

const picker = (callee: string) => (
  <OutboundNumberPicker
    client={client}
    skillGroups={skillGroups}
    defaultCallee={callee}
    memory={false}
    onDial={() => {
      dialed++
    }}
  />
)

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

/** Waits for the answer to the newest question. */
async function untilShown(): Promise<void> {
  const before = asked
  while (asked === before) await nextTask()
  const newest = `010 ${String(80_000_000 + 5 * asked).replace(/(?=.{4}$)/, ' ')}`
  while (!stage.querySelector(`[type=radio][aria-label^="${newest}"]:checked`)) await nextTask()
}

window.comeAndGo = async (times) => {
  for (let time = 0; time < times; time++) {
    const root = createRoot(stage)
    root.render(picker('13888888888'))
    await untilShown()
    root.unmount()
    await nextTask()
  }
  return times
}

window.pick = async (times) => {
  dialed = 0
  const root = createRoot(stage)
  root.render(picker(''))
  while (!stage.querySelector('input[type=tel]')) await nextTask()
  const field = stage.querySelector('input[type=tel]')
  for (let time = 0; time < times; time++) {
    // React overrides `value` on its own fields, to see what scripts write.
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    value?.set?.call(field, String(13_800_000_000 + asked))
    const shown = untilShown()
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await shown
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  }
  root.unmount()
  return dialed
}
