import { createProxyClient, misuse, type ProxyClient } from '../client/index.ts'

/** The part of the Workbench SDK's configuration that is read; it may have more fields. */
export interface WorkbenchProxyConfig {
  /** Default: the page's own origin. */
  ajaxOrigin?: string | undefined
  /** Default `/data/api.json`. */
  ajaxPath?: string | undefined
  /** Default `action`. */
  ajaxApiParamName?: string | undefined
  ajaxHeaders?: Record<string, string> | undefined
  /** Whether cookies are sent to another origin. Default false. */
  withCredentials?: boolean | undefined
  /** Replaces the SDK's and this client's transport; gets an action's name and its parameters. */
  apiAxiosFunc?:
    | ((apiName: string, params: Record<string, unknown>) => Promise<unknown>)
    | undefined
  regionId?: string | undefined
}

/**
 * Creates a client for the proxy that the Workbench SDK is configured for.
 *
 * @example
 * const config = { dom: 'workbench', instanceId: 'ccc-test', ajaxPath: '/aliyun/ccc/api' }
 * const workbench = new WorkbenchSdk(config)
 * const client = createWorkbenchClient(config)
 *
 * @throws {TypeError} for anything but a configuration
 */
export function createWorkbenchClient(config: WorkbenchProxyConfig): ProxyClient {
  // Every field is optional, so that the Workbench itself would pass for a configuration that sets none.
  if (typeof config !== 'object' || !config || 'getStatusCode' in config) {
    throw misuse(
      'createWorkbenchClient',
      'config',
      config,
      'Pass that of a WorkbenchSdk 2.x, such as { ajaxPath: "/aliyun/ccc/api" }.',
    )
  }
  const { ajaxOrigin = '', ajaxPath = '/data/api.json', apiAxiosFunc } = config
  return createProxyClient({
    endpoint: ajaxOrigin.replace(/\/$/, '') + ajaxPath,
    actionParam: config.ajaxApiParamName,
    regionId: config.regionId,
    headers: config.ajaxHeaders,
    credentials: config.withCredentials ? 'include' : undefined,
    request:
      apiAxiosFunc &&
      // It may not handle parameters that are undefined.
      (({ action, parameters }) => apiAxiosFunc(action, JSON.parse(JSON.stringify(parameters)))),
  })
}
