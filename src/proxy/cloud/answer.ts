import * as v from 'valibot'
import { CccError } from '../../ccc/index.ts'
import { readJson, TooDeep, writeJson } from '../json.ts'
import { maskNumbers } from '../masking.ts'
import { unreadableAnswer } from '../refusal.ts'
import type { CloudAnswer } from './cloud.ts'
import { readXml } from './xml.ts'

/** An answer in the cloud's envelope, ready to be passed on. */
export interface Answer {
  status: number
  /** What the cloud says, read once. */
  envelope: Envelope
  /** The same as JSON, letter by letter as it came where the cloud sent JSON. */
  body: string
  /** `OK`, or the code of the refusal. */
  code: string
  /** The cloud's request id, `''` if there is none. */
  requestId: string
}

const envelope = v.looseObject({ Code: v.pipe(v.string(), v.nonEmpty()) })
type Envelope = v.InferOutput<typeof envelope>
const object = v.record(v.string(), v.unknown())

/**
 * Reads an answer. JSON in the cloud's envelope is passed on unchanged, because numbers that are parsed and
 * written again may change; XML is turned into the same envelope.
 *
 * @throws {CccError} `BadGateway` for a web page instead of an answer, `UnreadableAnswer` for everything else
 * that is not an envelope; both 502
 */
export function readAnswer(answer: CloudAnswer, action: string): Answer {
  const text = answer.text.trim()
  if (text === '') throw unreadable(answer, 'is empty')
  if (text.startsWith('<')) return readMarkup(text, answer, action)

  let parsed: unknown
  try {
    parsed = readJson(text)
  } catch (error) {
    const deep = error instanceof TooDeep
    throw unreadable(answer, deep ? 'is nested too deeply' : 'is no complete JSON')
  }
  if (!v.is(envelope, parsed)) throw unreadable(answer, 'is JSON without a Code')
  return handOn(parsed, text, answer)
}

function handOn(envelope: Envelope, body: string, { status, requestId }: CloudAnswer): Answer {
  const { Code: code, RequestId, HttpStatusCode } = envelope
  // A refusal with status 200 states its own status; caches and load balancers see only the HTTP one.
  const said = code === 'OK' || status >= 400 ? status : Number(HttpStatusCode)
  return {
    status: said >= 400 && said <= 599 ? said : status,
    envelope,
    body,
    code,
    requestId: typeof RequestId === 'string' && RequestId !== '' ? RequestId : requestId,
  }
}

const PAGE = /^<(?:!doctype\s+html|html|head|body|title|center|h1)\b/i

function readMarkup(text: string, answer: CloudAnswer, action: string): Answer {
  if (PAGE.test(text)) throw pageInstead(text, answer)
  const found = openXml(readXml(text))
  if (found) {
    const json = asJson(found, answer, action)
    return handOn(json, writeJson(json), answer)
  }
  if (answer.type.endsWith('html')) throw pageInstead(text, answer)
  throw unreadable(answer, 'is neither JSON nor XML with a Code')
}

/** The envelope is inside a root element that is named after the action, or inside none. */
function openXml(xml: unknown): Envelope | null {
  if (v.is(envelope, xml)) return xml
  if (!v.is(object, xml)) return null
  const [root, ...others] = Object.values(xml)
  return others.length === 0 && v.is(envelope, root) ? root : null
}

function asJson(xml: Envelope, { status, requestId }: CloudAnswer, action: string): Envelope {
  const said = Number(xml.HttpStatusCode)
  const answered = {
    Message: '',
    RequestId: requestId,
    ...xml,
    HttpStatusCode: Number.isInteger(said) && said > 0 ? said : status,
  }
  if (!('Data' in xml)) return answered
  return { ...answered, Data: readData(xml.Data, action) }
}

/** In XML, an empty list or one with a single entry does not look like a list; action and name show it. */
function readData(data: unknown, action: string): unknown {
  if (action === 'PickOutboundNumbers') {
    const wrapped = v.is(object, data) && 'NumberPair' in data
    return wrapped ? asList(data.NumberPair) : data === '' ? [] : data
  }
  if (!v.is(object, data) || !('List' in data)) return data
  const list = data.List
  const [entries, ...others] = v.is(object, list) ? Object.values(list) : []
  const wrapped = others.length === 0 && typeof entries === 'object'
  return { ...data, List: asList(wrapped ? entries : list) }
}

function asList(value: unknown): unknown[] {
  if (value === '') return []
  return Array.isArray(value) ? value : [value]
}

function pageInstead(text: string, { status, requestId }: CloudAnswer): CccError {
  const title = /<title[^>]*>\s*([^<]{1,100})/i.exec(text.slice(0, 4000))?.[1]?.trim()
  const quoted = title ? `: ${maskNumbers(title)}` : ''
  return new CccError({
    code: 'BadGateway',
    message: `A page answered instead of the cloud${quoted} (HTTP ${status}).`,
    requestId,
    httpStatus: 502,
  })
}

function unreadable({ status, requestId }: CloudAnswer, fault: string): CccError {
  return unreadableAnswer(`The cloud's answer ${fault} (HTTP ${status}).`, requestId)
}
