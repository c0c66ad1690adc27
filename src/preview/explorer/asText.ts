import { XMLBuilder } from 'fast-xml-parser'
import type { ProxyRequest } from '../../client/index.ts'
import type { Exchange } from './exchange.ts'

const builder = new XMLBuilder({ format: true, suppressEmptyNode: false })

/** An answer as the API writes it where XML is asked for; what is no JSON, such as a gateway's page, as it is. */
export function asXml(action: string, answer: unknown): string {
  if (typeof answer === 'string') return answer
  const root = isOk(answer) ? `${action}Response` : 'Error'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: answer })}`
}

/** JSON on several lines; what is no JSON, as it is. */
export function asJson(answer: unknown): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2)
}

/** What the browser sent. */
export function asHttp({ method, url, headers, data }: ProxyRequest): string {
  return `${method} ${url}\n${headerLines(headers)}\n\n${data}`
}

/** What the proxy sent. */
export function signedAsHttp({ url, headers, body }: Exchange): string {
  return `POST ${url}\n${headerLines(headers)}\n\n${body}`
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function isOk(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'Code' in answer && answer.Code === 'OK'
}
