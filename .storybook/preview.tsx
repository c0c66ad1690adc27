import type { Preview } from '@storybook/react-vite'
import { StrictMode } from 'react'
import '../src/picker/picker.css'
import { codeOf } from '../src/preview/stories/code.ts'
import { Host } from '../src/preview/stories/Host.tsx'
import { choices, propsOf, readLooks, usual, writtenProps } from '../src/preview/stories/looks.ts'
import { asWritten } from './propTypes.ts'
import { startMocks } from './startMocks.ts'

function tool(title: string, icon: string, items: readonly (string | number)[]) {
  return {
    description: title,
    toolbar: { title, icon, items: items.map(String), dynamicTitle: true },
  }
}

const preview: Preview = {
  tags: ['autodocs'],
  argTypesEnhancers: [asWritten],
  loaders: [startMocks],
  beforeEach: ({ parameters }) => {
    if (!parameters.remembers) forgetEverything()
  },
  globalTypes: {
    locale: tool('Language', 'globe', choices.locale),
    theme: tool('Theme', 'mirror', choices.theme),
    density: tool('Density', 'grow', choices.density),
    width: tool('Width in pixels', 'ruler', choices.width),
  },
  initialGlobals: { ...usual, width: `${usual.width}` },
  decorators: [
    (Story, { args, globals }) => {
      const looks = readLooks(globals)
      return (
        <StrictMode>
          <Host looks={looks} onDial={args.onDial} onSelect={args.onSelect}>
            {(told) => <Story args={{ ...args, ...propsOf(looks), ...told }} />}
          </Host>
        </StrictMode>
      )
    },
  ],
  parameters: {
    a11y: { test: 'error', config: { rules: [{ id: 'target-size', enabled: true }] } },
    docs: {
      source: {
        language: 'tsx',
        transform: (_code: string, { args, globals, parameters }: StoryLike) =>
          parameters.code ?? codeOf({ ...args, ...writtenProps(readLooks(globals)) }),
      },
    },
    options: {
      storySort: {
        order: [
          'Basics',
          'Places',
          'All numbers',
          'Edges',
          'Faults',
          'Guards and notes',
          'Memory',
          'History',
          'Workbench',
          'Hosts',
        ],
      },
    },
  },
}

/** What pickers of other stories remember. */
function forgetEverything(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('outbound-number-picker:')) localStorage.removeItem(key)
  }
}

interface StoryLike {
  args: Record<string, unknown>
  globals: Record<string, unknown>
  parameters: { code?: string }
}

export default preview
