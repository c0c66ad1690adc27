import { type Asked, forbidden, pickOf, unavailable } from '../cloud.testing.ts'
import { callerFor } from './texts.testing.ts'
import type { World } from './world.testing.ts'

export type AnswerKind = 'offers' | 'others' | 'nothing' | 'forbidden' | 'unavailable'

/** Answers a request as the cloud would, and keeps what it answered. */
export function answer({ sight }: World, asked: Asked, kind: AnswerKind): void {
  if (kind === 'forbidden' || kind === 'unavailable') {
    asked.fail(kind === 'forbidden' ? forbidden() : unavailable())
    return
  }
  const { callee, skillGroupIds, count } = asked
  const isPick = asked.action === 'PickOutboundNumbers'
  const shift = kind === 'others' ? 1 : 0
  const callers = [1, 2, 3, 4, 5]
    .slice(0, isPick ? count : 4)
    .map((position) => callerFor(callee, skillGroupIds, position + shift))
  const requestId = asked.answer(kind === 'nothing' ? [] : dataOf(asked, callers))
  sight.answers.set(requestId, { callee: isPick ? callee : null, skillGroupIds, callers })
}

function dataOf({ action, callee }: Asked, callers: readonly string[]): unknown {
  if (action === 'ListSkillLevelsOfUser') return ['a', 'b'].map((id) => ({ SkillGroupId: id }))
  if (action === 'PickOutboundNumbers') return pickOf(callee, callers)
  return callers.map((caller) => ({ Number: caller }))
}
