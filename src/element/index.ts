/** The custom element. Importing this defines it. */
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
