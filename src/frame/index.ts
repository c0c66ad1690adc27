/** The picker in a frame of its own: what the page around it needs. */
export { type FramedPicker, type FramedPickerOptions, framePicker } from './framePicker.ts'
export type { FrameSettings } from './messages.ts'
