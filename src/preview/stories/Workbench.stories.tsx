import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import type { StandInWorkbench } from '../../../mocks/index.ts'
import { OutboundNumberPicker, type OutboundNumberPickerProps, zhCN } from '../../picker/index.ts'
import { useWorkbench, WorkbenchPanel } from '../Workbench.tsx'
import { dial } from './agent.ts'
import { workbenchCode } from './hosts.code.ts'
import { pickerStory } from './pickerStory.ts'

/** The picker beside the Workbench SDK: it dials through it, and only while the agent is idle. */
const meta = {
  title: 'Workbench',
  ...pickerStory,
  args: { ...pickerStory.args, defaultCallee: '13888888888' },
  parameters: { code: workbenchCode },
  // With a key, as a Workbench is made in one language.
  render: (args, { parameters }) => (
    <Desk {...args} key={args.locale?.locale} begin={parameters.begin} />
  ),
} satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

/** The agent may dial. */
export const Idle: Story = {}

/** A call is being made: the reason why there can be no other stands below the button. */
export const Dialing: Story = {
  play: async (desk) => {
    await dial(desk)
    const phone = desk.canvas.getByRole('region', { name: /Workbench/ })
    await expect(phone).toHaveTextContent('138 8888 8888')
  },
}

/** Somebody is calling the agent. */
export const Ringing: Story = {
  parameters: { begin: ({ customer }: StandInWorkbench) => customer.calls('13777777777') },
}

/** The agent is on a break. */
export const OnBreak: Story = {
  parameters: { begin: (workbench: StandInWorkbench) => workbench.applyForBreak() },
}

function Desk({
  begin,
  onDial,
  ...picker
}: OutboundNumberPickerProps & {
  begin?: (workbench: StandInWorkbench) => void
}) {
  const { locale } = picker.locale ?? zhCN
  const { dialing, ...rest } = useWorkbench(locale, begin)
  return (
    <>
      <OutboundNumberPicker
        {...picker}
        dialDisabled={dialing.dialDisabled}
        onDial={async (draft) => {
          await dialing.onDial(draft)
          onDial(draft)
        }}
      />
      <WorkbenchPanel {...rest} dialing={dialing} locale={locale} />
    </>
  )
}
