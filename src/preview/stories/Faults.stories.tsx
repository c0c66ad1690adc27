import type { Meta, StoryObj } from '@storybook/react-vite'
import { ofScenario, pickerStory } from './pickerStory.ts'

/** What an agent reads when something is wrong, and what they can do about it. */
const meta = { title: 'Faults', ...pickerStory } satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

export const SessionExpired: Story = ofScenario('redirect-to-login')

export const LoginPage: Story = ofScenario('login-page')

export const Forbidden: Story = ofScenario('forbidden')

export const UnknownInstance: Story = ofScenario('no-instance')

export const Throttled: Story = ofScenario('throttled')

export const BadGateway: Story = ofScenario('bad-gateway')

export const Unavailable: Story = ofScenario('unavailable')

export const InternalError: Story = ofScenario('internal-error')

export const ErrorInside200: Story = ofScenario('error-in-200')

export const Nonsense: Story = ofScenario('nonsense')

export const Offline: Story = ofScenario('connection-lost')

export const Slow: Story = ofScenario('slow')

/** Never answers: the agent sees that it is being asked for, until the client gives up. */
export const NeverAnswers: Story = { args: ofScenario('hang').args }

export const FlakyThenWell: Story = ofScenario('fails-once')
