import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { type CallHistory, type HistoryContext, historyFromRecords } from '../../history/index.ts'
import { callFrequency } from '../../picker/index.ts'
import { dial, named, press, ready } from './agent.ts'
import { clientOf, promptClient } from './clients.ts'
import { written } from './code.ts'
import { ofScenario, pickerStory } from './pickerStory.ts'

const fromRecords = (client: Parameters<typeof historyFromRecords>[0]['client']) =>
  written(
    historyFromRecords({ client, instanceId: 'ccc-test' }),
    'historyFromRecords({ client })',
    'historyFromRecords',
  )

/** As fast as the pick, or slower. */
const history = fromRecords(clientOf('cloud'))
/** Knows before the pick is there. */
const prompt = fromRecords(promptClient)
/** Knows once the agent has been looking at the callers for a while. */
const late = written(
  {
    ofCallee: async (callee, context) => {
      await aWhileAfter(context)
      return prompt.ofCallee(callee, context)
    },
    ofCallers: async (callers, context) => {
      await aWhileAfter(context)
      return prompt.ofCallers(callers, context)
    },
  } satisfies CallHistory,
  'historyFromRecords({ client })',
  'historyFromRecords',
)

async function aWhileAfter({ offer }: HistoryContext): Promise<void> {
  await offer
  await new Promise((resolve) => setTimeout(resolve, 1500))
}

/** The callers as they are shown, from the top. */
function numbersIn({ canvas }: Pick<Parameters<typeof ready>[0], 'canvas'>): readonly string[] {
  return canvas
    .getAllByRole('radio')
    .map(
      (radio: Element) => radio.closest('label')?.querySelector('.onp-number')?.textContent ?? '',
    )
}

/** What the call records know about this customer and these callers. Nothing waits for them. */
const meta = {
  title: 'History',
  ...pickerStory,
  args: { ...pickerStory.args, history: prompt },
} satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

/** A colleague called yesterday, in vain; the caller that this customer answered before that comes first. */
export const AnsweredLast: Story = {
  args: { defaultCallee: '13888888888' },
  play: async (desk) => {
    await ready(desk)
    await waitFor(() => expect(desk.canvas.getAllByText(/%/).length).toBeGreaterThan(0))
    const [first] = desk.canvas.getAllByRole('radio')
    await expect(first).toHaveAccessibleName(/上次接通|Answered last/)
    await expect(first).toBeChecked()
  },
}

/** The same, but it comes after the callers: it marks them, and moves nothing. */
export const ComesLate: Story = {
  args: { defaultCallee: '13888888888', history: late },
  play: async (desk) => {
    await ready(desk)
    const before = numbersIn(desk)
    const marked = await desk.canvas.findByText(named('answeredLast'), {}, { timeout: 5000 })
    const radios = desk.canvas.getAllByRole('radio')
    await expect(numbersIn(desk)).toEqual(before)
    await expect(radios[0]).toBeChecked()
    await expect(radios[0]?.closest('label')?.contains(marked)).toBe(false)
  },
}

/** A caller that has made its 50 calls today cannot be chosen, and says why. */
export const AtItsCap: Story = {
  args: { defaultCallee: '13916001020' },
  play: async (desk) => {
    await ready(desk)
    await desk.canvas.findByText(/50 calls today|今日已呼 50 次/)
  },
}

/** It was selected before that was known: it stays selected until the agent chooses another, and is not dialed. */
export const CappedWhileSelected: Story = {
  args: { defaultCallee: '13916001005', history: late },
  play: async ({ args, ...desk }) => {
    await desk.canvas.findAllByRole('radio')
    await desk.canvas.findByText(named('cappedAdvice'), {}, { timeout: 5000 })
    await press(desk, '{Enter}')
    await expect(args.onDial).not.toHaveBeenCalled()
    await expect(desk.canvas.getAllByRole('radio')[0]).toBeChecked()
  },
}

/** Nobody has called this customer: nothing is said. */
export const NeverCalled: Story = { ...ofScenario('never-called') }

/** Press Enter: the team has called this customer five times today, and the house allows no more. */
export const CalledOften: Story = {
  ...ofScenario('called-often'),
  args: {
    ...ofScenario('called-often').args,
    history,
    beforeDial: written(
      callFrequency({ history, strict: true }),
      'callFrequency({ history: historyFromRecords({ client }), strict: true })',
      'callFrequency',
      'historyFromRecords',
    ),
  },
  play: async ({ args, ...desk }) => {
    await dial(desk)
    await desk.canvas.findByRole('alert', {}, { timeout: 5000 })
    await expect(args.onDial).not.toHaveBeenCalled()
  },
}

/** The instance masks numbers in its records: rather than guess, nothing is said. */
export const Masked: Story = { ...ofScenario('records-masked') }

/** The records take a second and a half: the agent may have dialed by then. */
export const Slow: Story = {
  ...ofScenario('records-slow'),
  args: { ...ofScenario('records-slow').args, history },
}

/** The agent may not read the records: one muted word says so. */
export const Refused: Story = {
  ...ofScenario('records-refused'),
  play: async (desk) => {
    await ready(desk)
    await desk.canvas.findByText(named('noHistory'))
  },
}

/** Without it, the picker looks as it always did. */
export const Off: Story = { args: { defaultCallee: '13888888888', history: undefined } }
