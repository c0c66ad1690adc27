import { CccError, codeOfStatus } from './errors.ts'

/** An answer as it came over HTTP. */
export interface HttpAnswer {
  status: number
  /** Text, or what a transport has already parsed from it. */
  body: unknown
  /** True when the answer stands for a redirect, as to a login page. */
  redirected?: boolean
}

/** The cloud's `Data` and request id, out of an answer that says OK. */
export interface Envelope {
  data: unknown
  requestId: string
}

/**
 * Opens the envelope of an answer, in every form that proxies in the wild give it: as the cloud
 * wrote it, with lowered keys, encoded twice.
 *
 * @throws {CccError} for a refusal of the cloud, and for whatever answered in its place: HTML, a
 * framework's own error JSON, a redirect, nonsense
 */
export function openEnvelope({ status, body, redirected = false }: HttpAnswer): Envelope {
  if (redirected) throw loginPage(status)
  const value = decode(body)
  if (typeof value === 'string' && value.startsWith('<')) throw readMarkup(value, status)
  const answer = isRecord(value) ? value : {}
  const code = field(answer, 'Code')
  const requestId = text(field(answer, 'RequestId'))
  const message = text(field(answer, 'Message'))
  if (typeof code === 'string' && code !== '' && code !== 'OK') {
    const said = Number(field(answer, 'HttpStatusCode'))
    // An envelope with a refusal often arrives as HTTP 200; its own status says more.
    const httpStatus = status >= 400 || !(said >= 400) ? status : said
    throw new CccError({ code, message: message || code, requestId, httpStatus })
  }
  if (status >= 400) throw readFrameworkError(answer, status)
  if (code !== 'OK') throw unreadable(status, 'The answer is no JSON with a Code.', requestId)
  return { data: decode(field(answer, 'Data')), requestId }
}

/** Parses JSON that was encoded once or, by a proxy, once more; other text is left as it is. */
function decode(value: unknown): unknown {
  let decoded = value
  for (let times = 0; times < 3 && typeof decoded === 'string'; times++) {
    const trimmed: string = decoded.replace(/^\uFEFF/, '').trim()
    try {
      decoded = JSON.parse(trimmed)
    } catch {
      return trimmed
    }
  }
  return decoded
}

function readMarkup(markup: string, status: number): CccError {
  const element = (name: string) =>
    new RegExp(`<${name}>([^<]{1,300})</${name}>`).exec(markup)?.[1]?.trim() ?? ''
  // A proxy that asked for no format hands on the gateway's own XML.
  const code = element('Code')
  if (code !== '' && code !== 'OK') {
    const message = element('Message') || code
    return new CccError({ code, message, requestId: element('RequestId'), httpStatus: status })
  }
  // A page where data was expected, and no error status: a session ran out and the login is shown.
  if (status < 400) return loginPage(status)
  const title = /<title[^>]*>([^<]{1,200})/i.exec(markup)?.[1]?.trim()
  return new CccError({
    code: codeOfStatus(status),
    message: `A page answered instead of the cloud${title ? `: ${title}` : ''} (HTTP ${status}).`,
    httpStatus: status,
  })
}

function loginPage(httpStatus: number): CccError {
  return new CccError({
    code: 'SessionExpired',
    message: 'A page or a redirect answered, as when a session has ended.',
    httpStatus,
  })
}

function readFrameworkError(answer: Readonly<Record<string, unknown>>, status: number): CccError {
  const said = text(field(answer, 'Message')) || text(field(answer, 'Error'))
  return new CccError({
    code: codeOfStatus(status),
    message: said || `The proxy answered HTTP ${status}.`,
    requestId: text(field(answer, 'RequestId')),
    httpStatus: status,
  })
}

/** An answer that says OK and yet cannot be understood. */
export function unreadable(httpStatus: number, message: string, requestId = ''): CccError {
  return new CccError({ code: 'UnreadableAnswer', message, requestId, httpStatus })
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field by its documented name; proxies lower the first letter. */
export function field(record: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name]
  const lowered = name.charAt(0).toLowerCase() + name.slice(1)
  return Object.hasOwn(record, lowered) ? record[lowered] : undefined
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
