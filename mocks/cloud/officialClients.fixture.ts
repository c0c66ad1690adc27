import { createRequire } from 'node:module'

/** What the tests need of a call's outcome, whichever official client made it. */
export type Outcome = { code: string; status: number | null; body: Record<string, unknown> }

export interface Caller {
  url: string
  accessKeyId?: string
  accessKeySecret?: string
  version?: string
}

// Both packages are CommonJS, and their own types either misname the default export or know
// nothing of the results: these say what the tests rely on.
interface OpenApiCore {
  default: new (
    config: object,
  ) => {
    callApi(params: object, request: object, runtime: object): Promise<unknown>
  }
  $OpenApiUtil: {
    Config: new (fields: object) => object
    Params: new (fields: object) => object
    OpenApiRequest: new (fields: object) => object
  }
}
type PopCore = new (
  config: object,
) => {
  request(action: string, parameters: object, options: object): Promise<unknown>
}

const require = createRequire(import.meta.url)
const openApiCore: OpenApiCore = require('@alicloud/openapi-core')
const PopClient: PopCore = require('@alicloud/pop-core')

/** Calls with the official client of today, which signs with ACS3-HMAC-SHA256. */
export function callWithOpenApiCore(
  { url, accessKeyId = 'testid', accessKeySecret = 'testsecret', version = '2020-07-01' }: Caller,
  action: string,
  parameters: { query?: Record<string, string>; body?: Record<string, string> },
): Promise<Outcome> {
  const { Config, Params, OpenApiRequest } = openApiCore.$OpenApiUtil
  const client = new openApiCore.default(
    new Config({ accessKeyId, accessKeySecret, endpoint: new URL(url).host, protocol: 'HTTP' }),
  )
  const params = new Params({
    action,
    version,
    protocol: 'HTTP',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    pathname: '/',
    reqBodyType: 'formData',
    bodyType: 'json',
  })
  return outcomeOf(client.callApi(params, new OpenApiRequest(parameters), {}))
}

/** Calls with the official client of old, which signs with HMAC-SHA1 in parameters. */
export function callWithPopCore(
  { url, accessKeyId = 'testid', accessKeySecret = 'testsecret', version = '2020-07-01' }: Caller,
  action: string,
  parameters: Record<string, string>,
  method: 'GET' | 'POST',
): Promise<Outcome> {
  const client = new PopClient({ endpoint: url, accessKeyId, accessKeySecret, apiVersion: version })
  return outcomeOf(client.request(action, parameters, { method }))
}

async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    const answer = asRecord(await call)
    // One client hands over the body, the other wraps it with status and headers.
    const body = 'body' in answer ? asRecord(answer.body) : answer
    return { code: String(body.Code), status: 200, body }
  } catch (error) {
    const { code, statusCode, data, entry } = asRecord(error)
    const response = asRecord(asRecord(entry).response)
    const status = statusCode ?? response.statusCode
    return {
      code: String(code),
      status: typeof status === 'number' ? status : null,
      body: asRecord(data),
    }
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
