export { OutboundNumberPicker, type OutboundNumberPickerProps } from './OutboundNumberPicker.tsx'
export { type LookOptions, type PickerHandle, PickerView, type RootOptions } from './PickerView.tsx'
export type { PropGetters } from './props/index.ts'
export {
  type OutboundNumberPickerOptions,
  useOutboundNumberPicker,
} from './useOutboundNumberPicker.ts'
export { type OutboundNumberPickerModel, usePicker, type WordOptions } from './usePicker.ts'
