import { CccError } from '../../ccc/index.ts'
import type { Incoming } from '../incoming.ts'
import { quote } from '../masking.ts'
import { badRequest, tooLarge } from '../refusal.ts'
import { isRead, type Permitted } from './actions.ts'
import { type ApiParameters, readParameters } from './parameters.ts'

/** An action of the API with its parameters. */
export interface Call {
  action: string
  parameters: ApiParameters
}

export interface ProtocolOptions {
  /** Query parameter that names the action. */
  actionParam: string
  permitted: Permitted
  instanceId: string
  /** Maximum bytes of a body. */
  bodyLimit: number
}

const FORM = 'application/x-www-form-urlencoded'

/**
 * Reads a call in the Workbench SDK's protocol: the action in the query, the parameters as JSON in
 * the field `request` of a posted form or of the query. The rest of the query, such as `product`, `version`
 * and `region`, is configured on the server and not read.
 *
 * @throws {CccError} `BadRequest`, `Forbidden.Action`, `Forbidden.Instance`, and `MethodNotAllowed` if an
 * action that is not a read comes as GET, which a link or an image on any page can send
 */
export async function readCall(incoming: Incoming, options: ProtocolOptions): Promise<Call> {
  const { method, url } = incoming
  const action = readAction(url.searchParams, options)
  if (method === 'GET' && !isRead(action)) throw needsPost(action)
  const fields = method === 'GET' ? url.searchParams : await readForm(incoming, options.bodyLimit)
  const parameters = readParameters(readRequestField(fields), options.instanceId)
  for (const name of parameters.keys()) {
    if (!options.permitted.takes(action, name)) throw unknownParameter(action, name)
  }
  return { action, parameters }
}

/** The action that a query names, `''` if it names none that is let through, or several. */
export function namedAction(query: URLSearchParams, options: ProtocolOptions): string {
  const [name = '', ...others] = namesIn(query, options)
  return others.length === 0 && options.permitted.names.has(name) ? name : ''
}

/** The parameter may be written with its first letter raised. */
function namesIn(query: URLSearchParams, { actionParam }: ProtocolOptions): ReadonlySet<string> {
  const raised = actionParam.charAt(0).toUpperCase() + actionParam.slice(1)
  return new Set([...query.getAll(actionParam), ...query.getAll(raised)])
}

function readAction(query: URLSearchParams, options: ProtocolOptions): string {
  const { actionParam, permitted } = options
  const named = namesIn(query, options)
  const [action, ...others] = named
  if (action === undefined || action === '') {
    throw badRequest(`No action is named: add the query parameter ?${actionParam}=….`)
  }
  if (others.length > 0) {
    throw badRequest(`Several actions are named: send the query parameter ${actionParam} once.`)
  }
  if (!permitted.names.has(action)) {
    throw new CccError({
      code: 'Forbidden.Action',
      message: `This proxy does not let the action ${quote(action)} through: its operator can add it to PROXY_ACTIONS.`,
      httpStatus: 403,
    })
  }
  return action
}

async function readForm(incoming: Incoming, limit: number): Promise<URLSearchParams> {
  const type = incoming.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (type !== FORM) {
    throw badRequest(
      `The body is ${type === '' ? 'of no content type' : quote(type)}: send it as ${FORM}, ` +
        "with the parameters as JSON in the field 'request'.",
    )
  }
  const body = await incoming.text(limit)
  if (body === null) throw tooLarge(limit)
  return new URLSearchParams(body)
}

function readRequestField(fields: URLSearchParams): string {
  const [json, ...others] = fields.getAll('request')
  if (json === undefined) {
    throw badRequest("The field 'request' is missing: send the parameters in it, as a JSON object.")
  }
  if (others.length > 0) throw badRequest("The field 'request' is there more than once: send one.")
  return json
}

function needsPost(action: string): CccError {
  const message = `${action} acts, so it is not answered to GET: send it as POST.`
  return new CccError({ code: 'MethodNotAllowed', message, httpStatus: 405 })
}

function unknownParameter(action: string, name: string): CccError {
  return badRequest(`${action} takes no parameter ${quote(name)} here: leave it out.`)
}
