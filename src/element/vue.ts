/**
 * Types for Vue templates.
 *
 * @example
 * import type {} from 'outbound-number-picker/element/vue'
 */
import type { DefineComponent, HTMLAttributes } from 'vue'
import type { OutboundNumberPickerEvents } from './events.ts'
import type { ElementTemplate } from './settings.ts'

type Listeners = {
  [Name in keyof OutboundNumberPickerEvents as `on${Capitalize<Name>}`]?: (
    event: OutboundNumberPickerEvents[Name],
  ) => unknown
}

type OwnProps = ElementTemplate & Listeners

declare module 'vue' {
  interface GlobalComponents {
    'outbound-number-picker': DefineComponent<OwnProps & Omit<HTMLAttributes, keyof OwnProps>>
  }
}
