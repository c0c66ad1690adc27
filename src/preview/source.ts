/** Which cloud answers to this page, and for which instance. */
export interface Source {
  cloud: 'simulated' | 'real'
  instanceId: string
  /** Of the cloud: an origin, such as `https://ccc.cn-shanghai.aliyuncs.com`. */
  endpoint: string
  /** The agent at the desktop. */
  userId: string
}

/** At this path, the page's server says which cloud its proxy calls. */
export const sourcePath = '/preview/source'

/** At this path, the server of a simulated cloud is told of calls that were made. */
export const madeCallsPath = '/preview/calls'

/** What the server says, which is always Vite's with the proxy in it. */
export async function askSource(): Promise<Source> {
  const response = await fetch(sourcePath, { headers: { accept: 'application/json' } })
  const told: unknown = await response.json().catch(() => null)
  if (isSource(told)) return told
  throw new Error('This page needs the server that "npm start" starts; only the gallery is static.')
}

function isSource(value: unknown): value is Source {
  return (
    typeof value === 'object' &&
    value !== null &&
    'cloud' in value &&
    (value.cloud === 'simulated' || value.cloud === 'real') &&
    'instanceId' in value &&
    typeof value.instanceId === 'string' &&
    'endpoint' in value &&
    typeof value.endpoint === 'string' &&
    'userId' in value &&
    typeof value.userId === 'string'
  )
}
