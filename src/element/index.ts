/** The custom element. Importing this defines it. */
import { defineOutboundNumberPicker } from './define.ts'

export { DialEvent, type OutboundNumberPickerEvents } from './events.ts'
export { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'
export type { ElementSettings } from './settings.ts'
export { setStyleSheetUrl } from './styleSheet.ts'

defineOutboundNumberPicker()
