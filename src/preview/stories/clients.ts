import type { ProxyStyle } from '../../../mocks/index.ts'
import { createProxyClient, type ProxyClient } from '../../client/index.ts'
import { written } from './code.ts'

/** Where the proxy that answers in this form stands in the gallery. */
export function endpointOf(style: ProxyStyle): string {
  return `/${style}/aliyun/ccc/api`
}

/** Calls that proxy. In code they are all alike: the picker needs no setting for the form. */
export function clientOf(style: ProxyStyle): ProxyClient {
  return written(createProxyClient({ endpoint: endpointOf(style) }), 'client')
}
