/**
 * The custom element, for pages without React. Importing this defines it. Types for templates come with
 * `outbound-number-picker/element/react` and `outbound-number-picker/element/vue`.
 */
import { defineOutboundNumberPicker } from './define.ts'
import type { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'

export { DialEvent, type OutboundNumberPickerEvents } from './events.ts'
export { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'
export type { ElementSettings } from './settings.ts'
export { setStyleSheetUrl } from './styleSheet.ts'

// In this file, whose types are those of the entry, so that every project that imports it has them.
declare global {
  interface HTMLElementTagNameMap {
    'outbound-number-picker': OutboundNumberPickerElement
  }
}

defineOutboundNumberPicker()
