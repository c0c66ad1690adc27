/**
 * Types for Vue templates.
 *
 * @example
 * import type {} from 'outbound-number-picker/element/vue'
 */
import type { DefineComponent } from 'vue'
import type { OutboundNumberPickerEvents } from './events.ts'
import type { ElementTemplate } from './settings.ts'

type Listeners = {
  [Name in keyof OutboundNumberPickerEvents as `on${Capitalize<Name>}`]?: (
    event: OutboundNumberPickerEvents[Name],
  ) => unknown
}

declare module 'vue' {
  interface GlobalComponents {
    'outbound-number-picker': DefineComponent<ElementTemplate & Listeners>
  }
}
