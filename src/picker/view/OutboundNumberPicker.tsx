'use client'

import { forwardRef } from 'react'
import { type LookOptions, type PickerHandle, PickerView } from './PickerView.tsx'
import type { OutboundNumberPickerOptions } from './useOutboundNumberPicker.ts'
import { useCore } from './useOutboundNumberPicker.ts'

/** What the component takes. */
export interface OutboundNumberPickerProps extends OutboundNumberPickerOptions, LookOptions {}

/**
 * Picks the number that a customer sees: the agent pastes or types the callee, the caller numbers
 * that fit appear with the nearest one selected, and Enter dials.
 *
 * @example
 * <OutboundNumberPicker
 *   client={client}
 *   userId="agent@ccc-test"
 *   onDial={({ callee, caller }) => workbench.call(callee, caller)}
 * />
 */
export const OutboundNumberPicker = forwardRef<PickerHandle, OutboundNumberPickerProps>(
  function OutboundNumberPicker({ theme, density, ...options }, handle) {
    const picker = useCore(options)
    const { language, messages } = options
    return <PickerView ref={handle} {...{ picker, theme, density, language, messages }} />
  },
)
