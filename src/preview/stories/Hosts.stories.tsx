import type { Meta, StoryObj } from '@storybook/react-vite'
import { theme as antTheme, ConfigProvider, type ThemeConfig } from 'antd'
import { expect, waitFor } from 'storybook/test'
import { AntPicker } from '../../../examples/ant-design/AntPicker.tsx'
import antPickerCode from '../../../examples/ant-design/AntPicker.tsx?raw'
import { HeadlessPicker } from '../../../examples/headless/HeadlessPicker.tsx'
import headlessPickerCode from '../../../examples/headless/HeadlessPicker.tsx?raw'
import { dial } from './agent.ts'
import { ClickToDialDesk } from './ClickToDialDesk.tsx'
import { clientOf } from './clients.ts'
import { ElementHost } from './ElementHost.tsx'
import { FrameHost } from './FrameHost.tsx'
import { clickToDialCode, elementCode, frameCode, numberKeptByHostCode } from './hosts.code.ts'
import type { Looks } from './looks.ts'
import { pickerStory } from './pickerStory.ts'

/** One picker in every kind of page, with the code to put it there. */
const meta = {
  title: 'Hosts',
  ...pickerStory,
  args: { ...pickerStory.args, defaultCallee: '13888888888' },
  parameters: { docs: { canvas: { sourceState: 'shown' } } },
} satisfies Meta<typeof pickerStory.component>

export default meta
type Story = StoryObj<typeof meta>

/** The component. */
export const React: Story = {}

/** The custom element, for pages of any framework or none. */
export const Element: Story = {
  parameters: { code: elementCode },
  render: (args) => <ElementHost {...args} />,
}

/** In a frame, for pages that must not run its code. */
export const Frame: Story = {
  parameters: { code: frameCode },
  render: (args) => <FrameHost {...args} />,
  play: async ({ canvasElement }) => {
    const frame = canvasElement.querySelector('iframe')
    await waitFor(() => expect(frame?.contentDocument?.querySelector('*')).not.toBeNull())
  },
}

/** The hook with plain controls: names, keys and focus come with the props. */
export const Headless: Story = {
  parameters: { code: fromPackage(headlessPickerCode) },
  render: ({ theme: _theme, density: _density, client = clientOf('cloud'), ...options }) => (
    <HeadlessPicker {...options} client={client} />
  ),
}

/** The hook in a company's design system. */
export const AntDesign: Story = {
  parameters: { code: antPickerCode },
  render: ({ theme = 'auto', density: _density, client = clientOf('cloud'), ...options }) => (
    // Ant Design would write 拨 打 on a button for 拨打, which changes its name as well as its looks.
    <ConfigProvider button={{ autoInsertSpace: false }} theme={antThemeOf(theme)}>
      <AntPicker {...options} client={client} />
    </ConfigProvider>
  ),
  play: dial,
}

/** A list of customers beside the picker; it hands numbers to the picker, which keeps them. */
export const ClickToDial: Story = {
  args: { defaultCallee: undefined },
  parameters: { code: clickToDialCode },
  render: (args) => <ClickToDialDesk keeps="picker" picker={args} />,
}

/** The same with the number kept by the host. */
export const NumberKeptByHost: Story = {
  args: { defaultCallee: undefined },
  parameters: { code: numberKeptByHostCode },
  render: (args) => <ClickToDialDesk keeps="host" picker={args} />,
}

/** Ant Design's theme for these looks; its own blues are too pale to read in one, and too dark in the other. */
function antThemeOf(theme: Looks['theme']): ThemeConfig {
  const { matches: isDarkSystem } = matchMedia('(prefers-color-scheme: dark)')
  if (theme === 'dark' || (theme === 'auto' && isDarkSystem)) {
    return { algorithm: antTheme.darkAlgorithm, token: { colorLink: '#69b1ff' } }
  }
  return { token: { colorPrimary: '#0958d9', colorLink: '#0958d9' } }
}

/** A file of this project as it is written in another one. */
function fromPackage(code: string): string {
  return code.replaceAll(/'\.\.\/(ccc|picker)\/index\.ts'/g, "'outbound-number-picker'")
}
