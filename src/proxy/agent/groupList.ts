import * as v from 'valibot'
import type { ApiParameters, Call } from '../call/index.ts'
import type { Answer } from '../cloud/index.ts'
import { writeJson } from '../json.ts'

const LARGEST_PAGE = 100
const MOST_PAGES = 100

const groupList = v.looseObject({
  Data: v.looseObject({
    List: v.array(v.looseObject({ SkillGroupId: v.string() })),
    // In XML every number is text.
    TotalCount: v.optional(v.pipe(v.unknown(), v.transform(Number)), 0),
  }),
})

/**
 * Answers `ListSkillLevelsOfUser` with those of the user's groups that the token lets through. All pages of
 * the cloud are read and paged anew: a page that the token empties would look like the last one, and the
 * widget would show no groups at all.
 *
 * @param send asks the cloud for one page
 */
export async function listGroupsWithin(
  allowed: readonly string[],
  call: Call,
  send: (call: Call) => Promise<Answer>,
): Promise<Answer> {
  const own: unknown[] = []
  for (let page = 1; ; page++) {
    const answer = await send(pageOf(call, page))
    const listed = v.safeParse(groupList, answer.envelope)
    if (!listed.success) return answer
    const { Data } = listed.output
    const { List, TotalCount } = Data
    own.push(...List.filter(({ SkillGroupId }) => allowed.includes(SkillGroupId)))
    if (List.length > 0 && page * LARGEST_PAGE < TotalCount && page < MOST_PAGES) continue

    const [number, size] = [
      wholeOf(call.parameters, 'PageNumber', 1),
      wholeOf(call.parameters, 'PageSize', LARGEST_PAGE),
    ]
    const paged = {
      ...Data,
      PageNumber: number,
      PageSize: size,
      TotalCount: own.length,
      List: own.slice((number - 1) * size, number * size),
    }
    const envelope = { ...answer.envelope, Data: paged }
    return { ...answer, envelope, body: writeJson(envelope) }
  }
}

function pageOf({ action, parameters }: Call, page: number): Call {
  const paged = new Map(parameters)
  paged.set('PageNumber', String(page)).set('PageSize', String(LARGEST_PAGE))
  return { action, parameters: paged }
}

/** A parameter from 1 to 100; the cloud would refuse others. */
function wholeOf(parameters: ApiParameters, name: string, otherwise: number): number {
  const value = Number(parameters.get(name))
  return Number.isInteger(value) && value >= 1 && value <= LARGEST_PAGE ? value : otherwise
}
