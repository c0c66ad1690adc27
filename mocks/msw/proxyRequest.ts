import { type ApiParameters, parseJson } from '../model/index.ts'

/** A call as the Workbench SDK's proxy protocol carries it. */
export interface ProxyRequest {
  action: string
  /** Keys in PascalCase as the cloud expects them, all values as strings. */
  parameters: ApiParameters
}

/** Reads a call, by POST or GET; null when `request` is not the JSON of an object. */
export async function readProxyRequest(request: Request): Promise<ProxyRequest | null> {
  const query = new URL(request.url).searchParams
  const form = new URLSearchParams(request.method === 'POST' ? await request.text() : '')
  const sent = parseJson(form.get('request') ?? query.get('request') ?? '{}')
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return null
  return {
    action: query.get('action') ?? form.get('action') ?? '',
    parameters: Object.fromEntries(
      Object.entries(sent)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => [
          raise(key),
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
    ),
  }
}

function raise(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1)
}
