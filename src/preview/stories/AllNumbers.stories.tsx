import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { activate, named, ready } from './agent.ts'
import { ofScenario, pickerStory } from './pickerStory.ts'

/** Beyond the few numbers of a pick. */
const meta = {
  title: 'All numbers',
  ...pickerStory,
} satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

/** Every number that the agent may show, and a field to search them. */
export const Opened: Story = {
  args: { defaultCallee: '13888888888' },
  play: async ({ canvas, userEvent }) => {
    await ready({ canvas, userEvent })
    activate({ canvas }, 'allNumbers')
    await canvas.findByRole('searchbox', { name: named('filter') })
    await waitFor(() => expect(canvas.getAllByRole('radio').length).toBeGreaterThan(20))
  },
}

/** Searched by place: digits of a number work as well. */
export const Searched: Story = {
  ...Opened,
  play: async (context) => {
    await Opened.play?.(context)
    const { canvas, userEvent } = context
    await userEvent.type(canvas.getByRole('searchbox', { name: named('filter') }), '广东')
    const callers = canvas.getByRole('radiogroup', { name: named('callers') })
    await expect(callers).toHaveTextContent('广东')
  },
}

export const Fifty: Story = ofScenario('many')

export const Thousand: Story = ofScenario('thousand')
