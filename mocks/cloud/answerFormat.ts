import { XMLBuilder } from 'fast-xml-parser'
import type { Answer } from '../model/index.ts'
import { type CloudRequest, parametersOf } from './cloudRequest.ts'

export type AnswerFormat = 'JSON' | 'XML'

/** XML, unless the `Format` parameter or, without one, the `Accept` header asks for JSON. */
export function answerFormatOf(request: CloudRequest): AnswerFormat {
  const asked = parametersOf(request).Format ?? request.headers.get('accept') ?? ''
  return /json/i.test(asked) ? 'JSON' : 'XML'
}

export function writeAnswer({ httpStatus, body }: Answer, action: string, format: AnswerFormat) {
  if (format === 'JSON') return Response.json(body, { status: httpStatus })
  const root = body.Code === 'OK' ? `${action}Response` : 'Error'
  return respondXml(toXml(root, nameItems(body, action)), httpStatus)
}

export function respondXml(xml: string, status = 200): Response {
  return new Response(xml, { status, headers: { 'content-type': 'text/xml;charset=utf-8' } })
}

const builder = new XMLBuilder({ format: true, suppressEmptyNode: false })

function toXml(root: string, content: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: content })}`
}

/** Items have no names in JSON, but need them in XML. */
const itemNames: Readonly<Record<string, string>> = {
  PickOutboundNumbers: 'NumberPair',
  ListSkillLevelsOfUser: 'SkillLevel',
  ListOutboundNumbersOfUser: 'OutboundNumber',
}

/** Puts the items of `Data` and `List` into elements with a name: `<Data><NumberPair>…`. */
function nameItems(body: Answer['body'], action: string): Answer['body'] {
  const itemName = itemNames[action] ?? 'Item'
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      if (Array.isArray(value)) return [key, { [itemName]: value }]
      if (key === 'Data' && isRecord(value) && 'List' in value) {
        return [key, nameItems(value, action)]
      }
      return [key, value]
    }),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
