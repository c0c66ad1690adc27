import { createRoot } from 'react-dom/client'
import '../../../src/picker/picker.css'
import { createProxyClient } from '../../../src/client/index.ts'
import { OutboundNumberPicker } from '../../../src/picker/index.ts'
import { answerOf, skillGroups } from '../answers.ts'
import { nextPaint } from '../nextPaint.ts'
import type { Contender } from './contender.ts'

/** The picker, whose question has been asked. */
export const picker: Contender = async (stage) => {
  const root = createRoot(stage)
  let answer: (numbers: readonly string[]) => void = () => {}
  const client = createProxyClient({
    endpoint: '/',
    request: () =>
      new Promise((resolve) => {
        answer = (numbers) => resolve(answerOf(numbers))
      }),
  })
  root.render(
    <OutboundNumberPicker
      client={client}
      skillGroups={skillGroups}
      defaultCallee="13888888888"
      memory={false}
      onDial={() => {}}
    />,
  )
  while (!stage.querySelector('.onp-skeleton')) await nextPaint()
  return {
    show: (rows) => answer(rows.map(({ number }) => number)),
    leave: () => root.unmount(),
  }
}
