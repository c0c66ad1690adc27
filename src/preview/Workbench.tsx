import { useState, useSyncExternalStore } from 'react'
import {
  createWorkbench,
  type StandInWorkbench,
  type WorkbenchCall,
  type WorkbenchConfig,
} from '../../mocks/index.ts'
import { formatNumber } from '../ccc/index.ts'
import type { Locale } from '../picker/index.ts'
import { dialWithWorkbench, type WorkbenchDialing } from '../workbench/index.ts'
import { words } from './words.ts'

export interface Workbench {
  workbench: StandInWorkbench
  dialing: WorkbenchDialing
  /** The call of last. */
  call: () => WorkbenchCall | null
}

/** The stand-in for the SDK with an agent in it, and the picker's way to dial through it. */
export function useWorkbench(
  locale: Locale,
  begin?: (workbench: StandInWorkbench) => void,
  config: Pick<WorkbenchConfig, 'userId' | 'recordCall'> = {},
): Workbench {
  const [made] = useState(() => {
    let last: WorkbenchCall | null = null
    const workbench = createWorkbench({
      ...config,
      afterCallRule: 'manual',
      onStatusChange: () => dialing.onStatusChange(),
      onCallDialing: (call) => {
        last = call
      },
      onCallComing: (call) => {
        last = call
      },
    })
    const dialing = dialWithWorkbench(workbench, { locale })
    workbench.register()
    begin?.(workbench)
    return { workbench, dialing, call: () => last }
  })
  // Renders the picker again whenever it changes whether the agent may dial.
  useSyncExternalStore(made.dialing.subscribe, () => made.dialing.dialDisabled)
  return made
}

type Act = keyof (typeof words)['zh-CN']['workbench']['acts']

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

/** States in which there is a call. */
const onACall: readonly number[] = [6, 8, 9, 10]

/** The agent's telephone: what the Workbench is doing, and what agent and customer do next. */
export function WorkbenchPanel({
  workbench,
  dialing,
  call,
  locale,
}: Workbench & { locale: Locale }) {
  const say = words[locale].workbench
  const code = useSyncExternalStore(dialing.subscribe, () => workbench.getStatusCode().code)
  const current = onACall.includes(code) ? call() : null
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
    <section className="phone" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p>{dialing.dialDisabled || say.idle}</p>
      {current && (
        <p className="phone-call">
          {[current.caller, current.callee].filter(Boolean).map(formatNumber).join(' → ')}
        </p>
      )}
      <div className="phone-acts">
        {possible[code]?.map((act) => (
          <button key={act} type="button" onClick={acts[act]}>
            {say.acts[act]}
          </button>
        ))}
      </div>
    </section>
  )
}
