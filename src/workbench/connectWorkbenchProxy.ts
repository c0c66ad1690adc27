import {
  createProxyClient,
  type ProxyClient,
  type ProxyRequest,
  type ProxyResponse,
} from '../client/index.ts'

/** What is read of the Workbench SDK's configuration; the rest of it may stand beside. */
export interface WorkbenchProxyConfig {
  /** Default: the page's own origin. */
  ajaxOrigin?: string | undefined
  /** Default `/data/api.json`. */
  ajaxPath?: string | undefined
  /** Default `action`. */
  ajaxApiParamName?: string | undefined
  ajaxHeaders?: Record<string, string> | undefined
  /** Whether cookies go to another origin. Default false. */
  withCredentials?: boolean | undefined
  /** Sends in place of the SDK, and of this client: an action's name and its parameters. */
  apiAxiosFunc?:
    | ((apiName: string, params: Record<string, unknown>) => Promise<unknown>)
    | undefined
  regionId?: string | undefined
}

/**
 * A client for the proxy that the Workbench SDK is configured for.
 *
 * @example
 * const config = { dom: 'workbench', instanceId: 'ccc-test', ajaxPath: '/aliyun/ccc/api' }
 * const workbench = new WorkbenchSdk(config)
 * const client = connectWorkbenchProxy(config)
 */
export function connectWorkbenchProxy(config: WorkbenchProxyConfig): ProxyClient {
  const {
    ajaxOrigin = '',
    ajaxPath = '/data/api.json',
    ajaxApiParamName: actionParam = 'action',
    ajaxHeaders: headers = {},
    withCredentials,
    apiAxiosFunc,
    regionId = 'cn-shanghai',
  } = config
  return createProxyClient({
    endpoint: ajaxOrigin.replace(/\/$/, '') + ajaxPath,
    actionParam,
    regionId,
    headers,
    credentials: withCredentials ? 'include' : 'same-origin',
    ...(apiAxiosFunc && { request: sendWith(apiAxiosFunc, actionParam) }),
  })
}

/** The SDK's function is told the action and its parameters, where a client's writes a request. */
function sendWith(send: NonNullable<WorkbenchProxyConfig['apiAxiosFunc']>, actionParam: string) {
  const field = (form: string, name: string) => new URLSearchParams(form).get(name) ?? ''
  return async ({ url, data }: ProxyRequest): Promise<ProxyResponse> => {
    const action = field(url.slice(url.indexOf('?')), actionParam)
    const answer = await send(action, JSON.parse(field(data, 'request')))
    // Most give axios' promise as it is, some what the proxy said and no more.
    return isResponse(answer) ? answer : { status: 200, data: answer }
  }
}

function isResponse(answer: unknown): answer is ProxyResponse {
  return typeof answer === 'object' && answer !== null && 'data' in answer && 'status' in answer
}
