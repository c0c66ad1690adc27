export { type Locale, type Messages, messages } from './messages/index.ts'
export { OutboundNumberPicker, type OutboundNumberPickerProps } from './OutboundNumberPicker.tsx'
export type { DialDraft, PickerOptions } from './useOutboundNumberPicker.ts'
