import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { activate, named, press, ready } from './agent.ts'
import { pickerStory } from './pickerStory.ts'

/** What this browser remembers for this agent: the caller that each customer saw last, pins, and chosen groups. */
const meta = { title: 'Memory', ...pickerStory } satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

/** A second call to the same customer: the caller that they saw last comes first. Reload, and it still does. */
export const Remembered: Story = {
  args: { defaultCallee: '13888888888' },
  parameters: { remembers: true },
  play: async (desk) => {
    await ready(desk)
    await press(desk, '{Alt>}2{/Alt}{Enter}')
    await press(desk, '{Escape}')
    await press(desk, '13888888888')
    await waitFor(() => expect(desk.canvas.getAllByText(named('lastUsed'))).toHaveLength(1))
  },
}

/** A pinned caller is always first, whoever is called. */
export const Pinned: Story = {
  args: { defaultCallee: '13888888888' },
  play: async (desk) => {
    await ready(desk)
    await press(desk, '{Alt>}3{/Alt}')
    activate(desk, 'pin')
    await waitFor(() => expect(desk.canvas.getAllByText(named('pinned'))).toHaveLength(1))
  },
}

/** Nothing is kept, and there is no switch for it. */
export const Off: Story = { args: { defaultCallee: '13888888888', memory: false } }

/** For tests that reload the page, at its own address alone: nothing is forgotten between stories. */
export const Kept: Story = { parameters: { remembers: true }, tags: ['!dev', '!autodocs'] }
