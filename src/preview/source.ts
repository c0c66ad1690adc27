/** Which cloud answers to this page, and for which instance. */
export interface Source {
  cloud: 'simulated' | 'real' | 'mock'
  instanceId: string
  /** The agent at the desktop. */
  userId: string
}

/** At this path, the page's server says which cloud its proxy calls. */
export const sourcePath = '/preview/source'

export const mockSource: Source = {
  cloud: 'mock',
  instanceId: 'ccc-test',
  userId: 'agent@ccc-test',
}

/** What the server says; if it has no proxy, as on static hosting, the page has to answer its own calls. */
export async function askSource(): Promise<Source> {
  const response = await fetch(sourcePath, { headers: { accept: 'application/json' } })
  const told: unknown = await response.json().catch(() => null)
  return isSource(told) ? told : mockSource
}

function isSource(value: unknown): value is Source {
  return (
    typeof value === 'object' &&
    value !== null &&
    'cloud' in value &&
    (value.cloud === 'simulated' || value.cloud === 'real') &&
    'instanceId' in value &&
    typeof value.instanceId === 'string' &&
    'userId' in value &&
    typeof value.userId === 'string'
  )
}
