'use client'

import { forwardRef, useMemo } from 'react'
import { createProxyClient, type ProxyClient } from '../../client/index.ts'
import type { PickerSettings } from '../core/index.ts'
import { explainMisuse } from './explainMisuse.ts'
import { type LookOptions, type PickerHandle, PickerView, type RootOptions } from './PickerView.tsx'
import { useCore } from './useOutboundNumberPicker.ts'

/** Replaced by whatever bundles a host. */
declare const process: { env: { NODE_ENV?: string } }

interface Props extends PickerSettings, LookOptions, RootOptions {
  /**
   * The address of your proxy, such as `/aliyun/ccc/api`, if that is all there is to say about it; the picker then makes
   * its client by itself.
   */
  endpoint?: string | undefined
  /**
   * Instead of `endpoint`, a client made once by `createProxyClient`. An answer stays as long as its question does, even
   * if you pass another client; to drop the first client's answers, give the picker another `key`.
   */
  client?: ProxyClient | undefined
}

/** One of the two. */
type Proxied =
  | { endpoint: string; client?: undefined }
  | { client: ProxyClient; endpoint?: undefined }

export type OutboundNumberPickerProps = Props & Proxied

/**
 * Picks the number that a customer sees: the agent pastes or types the callee, the caller numbers
 * that fit appear with the nearest one selected, and Enter dials.
 *
 * @example
 * <OutboundNumberPicker
 *   endpoint="/aliyun/ccc/api"
 *   userId="agent@ccc-test"
 *   onDial={({ callee, caller }) => workbench.call(callee, caller)}
 * />
 */
export const OutboundNumberPicker = forwardRef<PickerHandle, OutboundNumberPickerProps>(
  function OutboundNumberPicker(props, handle) {
    if (process.env.NODE_ENV !== 'production') explainMisuse('OutboundNumberPicker', props)
    const { client: given, endpoint = '', ...options } = props
    const client = useMemo(() => given ?? createProxyClient({ endpoint }), [given, endpoint])
    const picker = useCore({ ...options, client })
    return <PickerView ref={handle} {...options} picker={picker} />
  },
)
