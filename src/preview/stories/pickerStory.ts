import { fn } from 'storybook/test'
import { type ScenarioId, scenarioById } from '../../../mocks/index.ts'
import { OutboundNumberPicker } from '../../picker/index.ts'
import { answered } from './agent.ts'
import { clientOf } from './clients.ts'

/** What all stories of the picker share: the component, and the agent at it. */
export const pickerStory = {
  component: OutboundNumberPicker,
  args: {
    client: clientOf('cloud'),
    instanceId: 'ccc-test',
    userId: 'agent@ccc-test',
    onDial: fn(),
  },
}

/** A story of what the simulated cloud does when this scenario's callee is asked for, told in its words. */
export function ofScenario(id: ScenarioId) {
  const { callee, says } = scenarioById(id)
  return {
    args: { defaultCallee: callee },
    parameters: { docs: { description: { story: says } } },
    play: answered,
  }
}
