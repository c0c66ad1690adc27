/**
 * The custom element, for pages without React. Importing this defines it. Types for templates come with
 * `outbound-number-picker/element/react` and `outbound-number-picker/element/vue`.
 */
import { define } from './define.ts'
import type { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'

export * from './define.ts'

// In this file, whose types are those of the entry, so that every project that imports it has them.
declare global {
  interface HTMLElementTagNameMap {
    'outbound-number-picker': OutboundNumberPickerElement
  }
}

define()
