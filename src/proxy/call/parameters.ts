import { CccError } from '../../ccc/index.ts'
import { readJson, TooDeep, writeJson } from '../json.ts'
import { quote } from '../masking.ts'
import { badRequest } from '../refusal.ts'

/** Parameters as the API expects them: names in PascalCase, all values as text. */
export type ApiParameters = ReadonlyMap<string, string>

const NAME = /^[A-Za-z][A-Za-z0-9.]*$/

/** Parameters of the cloud's own protocol: with them a browser could sign or redirect a request itself. */
const RESERVED = new Set([
  'action',
  'version',
  'format',
  'accesskeyid',
  'timestamp',
  'securitytoken',
  'regionid',
])

/**
 * Reads the JSON of a request. The first letter of each name becomes uppercase, arrays and objects become the
 * JSON text that the API expects, null is left out, and the instance is always `instanceId`.
 *
 * @throws {CccError} `BadRequest` (400) if this is not a JSON object or has names or values that cannot be
 * parameters, `Forbidden.Instance` (403) for another instance
 */
export function readParameters(json: string, instanceId: string): ApiParameters {
  const parameters = new Map([['InstanceId', instanceId]])
  // Gateways ignore the case of names, so two spellings of a name are the same parameter twice.
  const seen = new Set<string>()

  for (const [name, value] of readEntries(json)) {
    checkName(name)
    const lowered = name.toLowerCase()
    if (seen.has(lowered)) {
      throw badRequest(
        `The parameter ${quote(name)} is there twice, in two letter cases: send it once.`,
      )
    }
    seen.add(lowered)
    const text = readValue(value)
    if (lowered === 'instanceid') checkInstance(text, instanceId)
    else if (text !== null) parameters.set(name.charAt(0).toUpperCase() + name.slice(1), text)
  }
  return parameters
}

function readEntries(json: string): [name: string, value: unknown][] {
  let parsed: unknown
  try {
    parsed = readJson(json)
  } catch (error) {
    if (error instanceof TooDeep) {
      throw badRequest(
        "The field 'request' is nested too deeply: send the parameters as one JSON object.",
      )
    }
    // The parser's own message quotes the text, and with it the customer's number.
    throw badRequest("The field 'request' is not JSON: send the parameters as one JSON object.")
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    const found = Array.isArray(parsed) ? 'an array' : parsed === null ? 'null' : typeof parsed
    throw badRequest(
      `The field 'request' holds ${found}: send the parameters as one JSON object, {"name": value}.`,
    )
  }
  return Object.entries(parsed)
}

function checkName(name: string): void {
  if (!NAME.test(name)) {
    throw badRequest(
      `${quote(name)} cannot be the name of a parameter: names are letters, digits and dots, ` +
        'and start with a letter.',
    )
  }
  // `Version.1` would be read as an entry of a list named Version.
  const [first = ''] = name.toLowerCase().split('.', 1)
  const nested = first !== name.toLowerCase()
  if (RESERVED.has(first) || first.startsWith('signature') || (nested && first === 'instanceid')) {
    throw badRequest(`The parameter ${quote(name)} is the proxy's to set: leave it out.`)
  }
}

/** Null for a parameter that is left out. */
function readValue(value: unknown): string | null {
  if (value === null) return null
  return typeof value === 'object' ? writeJson(value) : String(value)
}

function checkInstance(sent: string | null, instanceId: string): void {
  if (sent === null || sent === '' || sent === instanceId) return
  throw new CccError({
    code: 'Forbidden.Instance',
    message:
      'This proxy speaks for another instance: leave InstanceId out or send the configured one.',
    httpStatus: 403,
  })
}
