import type { OutboundProxies } from '../cloud/index.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The HTTP proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name, in either letter case; null without any. */
export function outboundProxies(env: Environment): OutboundProxies | null {
  const read = (name: string) => (env[name] ?? env[name.toLowerCase()] ?? '').trim()
  const [httpsProxy, httpProxy] = [read('HTTPS_PROXY'), read('HTTP_PROXY')]
  if (httpsProxy === '' && httpProxy === '') return null
  return { httpsProxy, httpProxy, noProxy: read('NO_PROXY') }
}

/** One sentence for each that is no address. Not quoted, because it may contain a password. */
export function outboundProblems(env: Environment): string[] {
  const { httpsProxy = '', httpProxy = '' } = outboundProxies(env) ?? {}
  return Object.entries({ HTTPS_PROXY: httpsProxy, HTTP_PROXY: httpProxy })
    .filter(([, value]) => value !== '' && !/^https?:\/\/[^/?#]+\/?$/.test(value))
    .map(
      ([name]) =>
        `${name} cannot be used: set http:// or https:// and a host, as in http://proxy.example.com:3128.`,
    )
}
