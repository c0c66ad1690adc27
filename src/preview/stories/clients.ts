import { createInstance, type ProxyStyle } from '../../../mocks/index.ts'
import { createProxyClient, type ProxyClient } from '../../client/index.ts'
import { written } from './code.ts'

/** Where the proxy that answers in this form stands in the gallery. */
export function endpointOf(style: ProxyStyle): string {
  return `/${style}/aliyun/ccc/api`
}

/** The call center of the gallery, which stories may add call records to. */
export const instance = createInstance()

/** Calls that proxy. In code they are all alike: the picker needs no setting for the form. */
export function clientOf(style: ProxyStyle): ProxyClient {
  return written(createProxyClient({ endpoint: endpointOf(style) }), 'client')
}

/** Calls the same call center without the network: it has answered before any other client can. */
export const promptClient = createProxyClient({
  endpoint: endpointOf('cloud'),
  request: async ({ action, parameters }) => {
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
    const raised = given.map(([key, value]) => [raise(key), String(value)])
    const { httpStatus: status, body } = instance.answer(action, Object.fromEntries(raised))
    return { status, data: body }
  },
})

function raise(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1)
}
