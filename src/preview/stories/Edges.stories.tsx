import type { Meta, StoryObj } from '@storybook/react-vite'
import { answered, named } from './agent.ts'
import { clientOf } from './clients.ts'
import { ofScenario, pickerStory } from './pickerStory.ts'

/** Answers and settings that are correct, but unusual. */
const meta = {
  title: 'Edges',
  ...pickerStory,
  play: answered,
} satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

export const MaskedNumbers: Story = ofScenario('masked')

export const LostZeros: Story = ofScenario('json-numbers')

export const ApiPageJson: Story = ofScenario('seed-json')

export const ApiPageXml: Story = ofScenario('seed-xml')

/** A proxy that lowers the first letter of every key: `data`, `requestId`. */
export const CamelCase: Story = {
  args: { defaultCallee: '13888888888', client: clientOf('camel') },
}

/** A proxy that also unwraps lists. */
export const Unwrapped: Story = {
  args: { defaultCallee: '13888888888', client: clientOf('unwrapped') },
}

/** A proxy that answers with a JSON string that holds JSON. */
export const JsonTwice: Story = {
  args: { defaultCallee: '13888888888', client: clientOf('twice') },
}

export const Wrapped: Story = ofScenario('wrapped')

export const NonsenseEntries: Story = ofScenario('nonsense-entry')

export const Duplicates: Story = ofScenario('duplicates')

export const Markup: Story = ofScenario('markup')

/** The host knows the agent's groups, so no list is loaded. */
export const GroupsOfTheHost: Story = {
  args: {
    defaultCallee: '13888888888',
    skillGroups: [
      { id: 'presales@ccc-test', name: '售前咨询' },
      { id: 'aftersales@ccc-test', name: '售后服务' },
    ],
  },
}

/** More groups than fit, some with long names. */
export const ManyGroups: Story = {
  args: {
    defaultCallee: '13888888888',
    skillGroups: Array.from({ length: 24 }, (_, index) => ({
      id: index === 0 ? 'presales@ccc-test' : `group${index}@ccc-test`,
      name: index % 5 === 4 ? `华东大区企业客户续约专线第 ${index + 1} 组` : `第 ${index + 1} 组`,
    })),
  },
}

/** Without an agent there is no list: the ids of skill groups are typed. */
export const NoGroupList: Story = {
  args: { defaultCallee: '13888888888', userId: undefined },
  play: async ({ canvas }) => {
    await canvas.findByRole('textbox', { name: named('skillGroupIds') })
  },
}

/** The customer's number is hidden from whoever looks over the agent's shoulder. */
export const MaskedCallee: Story = {
  args: { defaultCallee: '13888888888', maskCallee: true },
}
