import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import type { PlacedNumber } from '../../ccc/index.ts'
import {
  type CallerNote,
  callFrequency,
  callingHours,
  type DialGuard,
  type Locale,
} from '../../picker/index.ts'
import { answered, dial } from './agent.ts'
import { written } from './code.ts'
import { readLooks } from './looks.ts'
import { pickerStory } from './pickerStory.ts'

/** What a host has to say about a call before it is made, and about its numbers. */
const meta = {
  title: 'Guards and notes',
  ...pickerStory,
  args: { ...pickerStory.args, defaultCallee: '13888888888' },
  play: answered,
} satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

const inChinese = (locale: Locale) => locale === 'zh-CN'

const warns: DialGuard = (_draft, { locale }) => ({
  warn: inChinese(locale) ? '该客户今天已呼叫 2 次。' : 'This customer was called twice today.',
})

const refuses: DialGuard = (_draft, { locale }) => ({
  refuse: inChinese(locale)
    ? '该客户在免打扰名单中。'
    : 'This customer is on the do-not-call list.',
})

/** Would ask the host's call records; here every callee that ends in 8 was called three times. */
const countCalls = (callee: string) => (callee.endsWith('8') ? 3 : 0)

/** Press Enter: the host has something to say first. */
export const Warns: Story = {
  args: { beforeDial: written(warns, "() => ({ warn: 'This customer was called twice today.' })") },
}

/** A warning waits for a second decision, once the agent has had time to read it. */
export const Warned: Story = {
  ...Warns,
  play: async (desk) => {
    await dial(desk)
    await desk.canvas.findByRole('alert')
  },
}

/** Press Enter: the host does not allow this call. */
export const Refuses: Story = {
  args: {
    beforeDial: written(refuses, "() => ({ refuse: 'This customer is on the do-not-call list.' })"),
  },
}

/** A refusal says why, and nothing is dialed. */
export const Refused: Story = {
  ...Refuses,
  play: async ({ args, ...desk }) => {
    await dial(desk)
    await desk.canvas.findByRole('alert')
    await expect(args.onDial).not.toHaveBeenCalled()
  },
}

/** Press Enter: the host never says whether it allows the call. */
export const Hangs: Story = {
  args: {
    beforeDial: written(() => new Promise<never>(() => {}), '() => new Promise<never>(() => {})'),
    guardTimeout: 1000,
  },
}

/** A check that takes too long dials nothing and says so; here it may take a second. */
export const Unchecked: Story = {
  ...Hangs,
  play: async (desk) => {
    await dial(desk)
    await desk.canvas.findByRole('alert', {}, { timeout: 3000 })
  },
}

/** Calls are made from 08:00 to 21:00 in China, unless the host says otherwise. */
export const CallingHours: Story = {
  args: { beforeDial: written(callingHours(), 'callingHours()', 'callingHours') },
}

/** A customer who was called three times within five minutes is not called again. */
export const CallFrequency: Story = {
  args: {
    beforeDial: written(
      callFrequency({ countCalls }),
      "callFrequency({ countCalls: (callee) => (callee.endsWith('8') ? 3 : 0) })",
      'callFrequency',
    ),
  },
}

/** How often each number was used today; one at its limit cannot be chosen and says why. */
export const NotesAndCaps: Story = {
  render: (args, { globals }) => {
    const Picker = pickerStory.component
    return <Picker {...args} annotateCaller={noteIn(readLooks(globals).locale)} />
  },
  args: {
    annotateCaller: written(
      noteIn('en-US'),
      "({ number }) =>\n        /[01]$/.test(number) ? { disabled: 'Daily limit reached, 50/50' } : { note: '12/50 today' }",
    ),
  },
}

/** The agent is on a break, in the host's words: callers are shown, nothing can be dialed. */
export const DialingDisabled: Story = { args: { dialDisabled: '小休中，不能外呼' } }

/** Made up from a caller's last digit. */
function noteIn(locale: Locale): (caller: PlacedNumber) => CallerNote | undefined {
  const used = inChinese(locale) ? '今日 12/50' : '12/50 today'
  const disabled = inChinese(locale) ? '已达今日上限 50/50' : 'Daily limit reached, 50/50'
  return ({ number }) => {
    if (/[01]$/.test(number)) return { disabled }
    if (/[4-6]$/.test(number)) return { note: used, tone: 'good' }
    return /[7-9]$/.test(number) ? { note: used, tone: 'plain' } : undefined
  }
}
