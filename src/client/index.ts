export {
  createProxyClient,
  type ProxyClient,
  type ProxyClientOptions,
  type ProxyRequest,
  type ProxyResponse,
} from './client.ts'
export { report } from './report.ts'
export { within } from './within.ts'
