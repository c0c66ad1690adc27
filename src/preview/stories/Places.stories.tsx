import type { Meta, StoryObj } from '@storybook/react-vite'
import { answered } from './agent.ts'
import { ofScenario, pickerStory } from './pickerStory.ts'

/** How near a caller is to the customer, which decides the order and what is selected. */
const meta = {
  title: 'Places',
  ...pickerStory,
  play: answered,
} satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

/** The company has numbers in the customer's city. */
export const SameCity: Story = { args: { defaultCallee: '0571 8765 4321' } }

/** No number in Wenzhou, but some in its province. */
export const SameProvince: Story = { args: { defaultCallee: '0577 8765 4321' } }

/** No number in Guizhou at all: the cloud's own order. */
export const NoneLocal: Story = { args: { defaultCallee: '0851 8765 4321' } }

/** A hotline belongs to no place, so no caller is nearer than another. */
export const CalleeWithoutPlace: Story = { args: { defaultCallee: '95555' } }

export const UnknownPlaces: Story = ofScenario('odd-places')
