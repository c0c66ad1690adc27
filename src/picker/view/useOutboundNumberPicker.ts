'use client'

import { useState } from 'react'
import type { ProxyClient } from '../../client/index.ts'
import { createPicker, type DialGuard, type Picker, type PickerSettings } from '../core/index.ts'
import { zhCN } from '../messages/index.ts'
import { explainMisuse } from './explainMisuse.ts'
import { useBeforePaint } from './useBeforePaint.ts'
import { type OutboundNumberPickerModel, usePicker, type WordOptions } from './usePicker.ts'

/** Replaced by whatever bundles a host. */
declare const process: { env: { NODE_ENV?: string } }

/** What the hook takes: the picker's settings and its words. */
export interface OutboundNumberPickerOptions extends PickerSettings, WordOptions {
  /**
   * Calls the proxy. An answer stays as long as its question does, even if you pass another client; to drop the first
   * client's answers, give the picker another `key`.
   */
  client: ProxyClient
}

/** One picker for as long as a component lives, with the options of its last render. */
export function useCore(options: OutboundNumberPickerOptions): Picker {
  const { locale = zhCN, beforeDial } = options
  const ofCore = {
    ...options,
    locale: locale.locale,
    beforeDial: beforeDial && afterDrawing(beforeDial),
  }
  const [picker] = useState(() => createPicker(ofCore))
  useBeforePaint(() => picker.setOptions(ofCore))
  return picker
}

/**
 * React draws what a host sets only in a later task. Until then a guard's answer waits: a host that forbids dialing
 * in the same moment as its guard allows it is heard first.
 */
function afterDrawing(guard: DialGuard): DialGuard {
  return async (draft, context) => {
    const verdict = await guard(draft, context)
    await nextTask()
    // The host may have come second, and what it set is drawn in the task after the one just begun.
    await nextTask()
    return verdict
  }
}

/** Later than what React is to draw by now. A timer would be later still, and slower in hidden pages. */
function nextTask(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = resolve
    port2.postMessage(null)
  }).finally(() => port1.close())
}

/**
 * Does all that the component does, without looks: what it returns has props for every part, with roles, names and
 * keys in them.
 *
 * @example
 * const { getPickerProps, getCalleeProps, getDialProps } = useOutboundNumberPicker({ client, onDial })
 * return (
 *   <div {...getPickerProps()}>
 *     <label>Number <input {...getCalleeProps()} /></label>
 *     <button {...getDialProps()} />
 *   </div>
 * )
 */
export function useOutboundNumberPicker(
  options: OutboundNumberPickerOptions,
): OutboundNumberPickerModel {
  if (process.env.NODE_ENV !== 'production') explainMisuse('useOutboundNumberPicker', options)
  return usePicker(useCore(options), options)
}
