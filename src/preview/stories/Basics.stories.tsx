import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { dial, ready } from './agent.ts'
import { ofScenario, pickerStory } from './pickerStory.ts'

/** From an empty field to a call. */
const meta = { title: 'Basics', ...pickerStory } satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

/** Paste a number, or type one. The agent's skill groups are loaded and ticked; nothing is asked yet. */
export const Empty: Story = {}

/** Callers are shown, the nearest one is selected, and Enter dials. */
export const Ready: Story = { args: { defaultCallee: '13888888888' }, play: ready }

/** Enter was pressed: the page is told what to dial. */
export const Dialed: Story = {
  args: { defaultCallee: '13888888888' },
  play: async ({ args, ...desk }) => {
    await dial(desk)
    await expect(args.onDial).toHaveBeenCalledOnce()
  },
}

/** A number that is not complete yet says how many digits it lacks. */
export const Incomplete: Story = { args: { defaultCallee: '13800' } }

/** What cannot be a number is explained, and nothing is sent. */
export const Invalid: Story = { args: { defaultCallee: '138;DROP TABLE' } }

/** Two numbers in one paste are never joined: the first is offered. */
export const SeveralNumbers: Story = { args: { defaultCallee: '95588 96688' } }

/** An extension is dialed after the number, and is not sent to the cloud. */
export const Extension: Story = { args: { defaultCallee: '010-89898989转8001' } }

export const SingleCandidate: Story = ofScenario('one')

export const NoCandidate: Story = ofScenario('empty')
