import { useState, useSyncExternalStore } from 'react'
import { createWorkbench, type StandInWorkbench } from '../../mocks/index.ts'
import { dialWithWorkbench, type WorkbenchDialing } from '../workbench/index.ts'
import type { Settings } from './settings.ts'
import type { Words } from './words.ts'

export interface Workbench {
  workbench: StandInWorkbench
  dialing: WorkbenchDialing
}

/** The stand-in for the SDK with an agent in it, and the picker's way to dial through it. */
export function useWorkbench({ agent, locale }: Settings): Workbench {
  const [made] = useState(() => {
    const onStatusChange = () => dialing.onStatusChange()
    const workbench = createWorkbench({ afterCallRule: 'manual', onStatusChange })
    const dialing = dialWithWorkbench(workbench, { locale })
    workbench.register()
    if (agent === 'break') workbench.applyForBreak()
    if (agent === 'ringing') workbench.customer.calls('13777777777')
    return { workbench, dialing }
  })
  // Renders the picker again whenever it changes whether the agent may dial.
  useSyncExternalStore(made.dialing.subscribe, () => made.dialing.dialDisabled)
  return made
}

type Act = keyof Words['workbench']['acts']

/** What can be done in a state, by its code. */
const possible: Readonly<Record<number, readonly Act[]>> = {
  2: ['ready'],
  3: ['customerCalls', 'break'],
  5: ['ready', 'break'],
  6: ['answer', 'hangUp'],
  8: ['customerAnswers', 'hangUp'],
  9: ['customerHangsUp', 'hangUp'],
  10: ['customerHangsUp', 'hangUp'],
}

/** The agent's telephone: what the Workbench is doing, and what agent and customer do next. */
export function WorkbenchPanel({ workbench, dialing, words }: Workbench & { words: Words }) {
  const code = useSyncExternalStore(dialing.subscribe, () => workbench.getStatusCode().code)
  const acts: Readonly<Record<Act, () => void>> = {
    ready: workbench.ready,
    break: workbench.applyForBreak,
    answer: workbench.answer,
    hangUp: workbench.hangUp,
    customerCalls: () => workbench.customer.calls('13777777777'),
    customerAnswers: workbench.customer.answers,
    customerHangsUp: workbench.customer.hangsUp,
  }
  return (
    <section className="desktop-workbench" aria-label={words.workbench.title}>
      <h2>{words.workbench.title}</h2>
      <p>
        {code} · {dialing.dialDisabled || words.workbench.idle}
      </p>
      {possible[code]?.map((act) => (
        <button key={act} type="button" onClick={acts[act]}>
          {words.workbench.acts[act]}
        </button>
      ))}
    </section>
  )
}
