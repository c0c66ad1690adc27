export {
  createProxyClient,
  type ProxyClient,
  type ProxyClientOptions,
  type ProxyRequest,
  type ProxyResponse,
} from './client.ts'
export { misuse } from './misuse.ts'
export { report } from './report.ts'
export { version } from './version.ts'
export { isTimeout, within } from './within.ts'
