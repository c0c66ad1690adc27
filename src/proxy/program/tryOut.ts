import {
  type CccAction,
  CccError,
  formatNumber,
  listSkillLevelsOfUser,
  openEnvelope,
  type PickResult,
  type Place,
  pickOutboundNumbers,
  placeText,
  readCallee,
} from '../../ccc/index.ts'
import { createProxyHandler } from '../handler.ts'
import { remedyFor } from './remedy.ts'
import type { Rotation } from './rotation.ts'

/** One pick, to see whether the cloud answers. */
export interface Trial {
  /** As an agent would type it. */
  callee: string
  /** Ids of skill groups to pick from. Default: those of the agent. */
  groups: readonly string[]
  /** The user id in whose name and with whose rights the pick is made. Default: nobody's. */
  agent?: string | undefined
}

const COUNT = 5

/** Makes one signed pick as the proxy is configured, and prints its candidates, or what to do about a refusal. */
export async function tryOut(
  { callee: typed, groups, agent }: Trial,
  { config, credentials }: Rotation,
): Promise<{ worked: boolean; text: string }> {
  const callee = readCallee(typed)
  if (callee.state !== 'complete') {
    return failed('The callee is no complete number: give one, as in --try 13800138000.')
  }
  if (groups.length === 0 && agent === undefined) {
    return failed(
      'Numbers belong to skill groups: name some, as in --groups presales@ccc-test, or an agent, as in --agent agent@ccc-test.',
    )
  }
  const handler = createProxyHandler({
    ...config,
    credentials,
    authenticate: agent === undefined ? 'none' : () => ({ userId: agent }),
    limits: 'none',
  })

  async function ask<Request, Result>(action: CccAction<Request, Result>, request: Request) {
    const url = `http://localhost${config.path}?${config.actionParam}=${action.name}`
    const body = new URLSearchParams({ request: JSON.stringify(action.parameters(request)) })
    const answer = await handler(new Request(url, { method: 'POST', body }))
    return action.read(openEnvelope({ status: answer.status, data: await answer.text() }))
  }

  try {
    const skillGroupIds = groups.length > 0 ? groups : await groupsOf(agent ?? '', ask)
    const request = { callee: callee.number, skillGroupIds, count: COUNT }
    return { worked: true, text: tableOf(await ask(pickOutboundNumbers, request)) }
  } catch (error) {
    if (!(error instanceof CccError)) throw error
    const quoted = error.requestId === '' ? '' : ` (request ${error.requestId})`
    return failed(`${error.code}${quoted}: ${error.message}\n${await remedyFor(error, config)}`)
  }
}

type Ask = <Request, Result>(
  action: CccAction<Request, Result>,
  request: Request,
) => Promise<Result>

async function groupsOf(userId: string, ask: Ask): Promise<readonly string[]> {
  const { entries } = await ask(listSkillLevelsOfUser, { userId, pageNumber: 1, pageSize: 100 })
  return entries.map(({ id }) => id)
}

function failed(text: string) {
  return { worked: false, text: `${text}\n` }
}

function tableOf({ candidates, place, requestId }: PickResult): string {
  if (candidates.length === 0)
    return `The cloud answered, and offers no number (request ${requestId}).\n`
  const rows = candidates.map((one) => [formatNumber(one.number), whereIs(one), one.match])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  '),
  )
  const callee = whereIs(place)
  return [
    `The cloud answered (request ${requestId}). Caller numbers for ${callee}:`,
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n')
}

/** Columns of a terminal; a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/\p{Script=Han}/u.test(character) ? 2 : 1),
    0,
  )
}

function whereIs(place: Place): string {
  return placeText(place) || 'an unknown place'
}
