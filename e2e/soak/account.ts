import type { Response } from '@playwright/test'
import type { Dial, Sight } from './page.ts'

/** An answer that reached the browser, and the question it was for. */
interface Answer {
  /** Null for a list of all numbers, which is asked for groups alone. */
  callee: string | null
  groups: readonly string[]
  callers: ReadonlySet<string>
}

/**
 * An account of its own of what may be dialed: the answers are read from the network as they are, not by the widget's
 * code, and what was on the screen from the screen.
 */
export class Account {
  /** By request id. */
  private readonly answers = new Map<string, Answer[]>()
  /** Ids of groups by their names. */
  private readonly groups = new Map<string, string>()
  private readonly reading = new Set<Promise<void>>()
  requests = 0

  hear(response: Response): void {
    const action = new URL(response.url()).searchParams.get('action')
    if (action === null) return
    this.requests++
    const read = this.read(action, response)
      // What the browser took back, or cannot be read, offers nothing.
      .catch(() => {})
      .finally(() => this.reading.delete(read))
    this.reading.add(read)
  }

  private async read(action: string, response: Response): Promise<void> {
    const asked = new URLSearchParams(response.request().postData() ?? '').get('request')
    const question: unknown = JSON.parse(asked ?? '{}')
    const answer: unknown = JSON.parse(await response.text())
    if (action === 'ListSkillLevelsOfUser') {
      const [ids, names] = ['SkillGroupId', 'SkillGroupName'].map((key) => textsOf(answer, key))
      for (const [position, name] of (names ?? []).entries()) {
        this.groups.set(name, ids?.[position] ?? '')
      }
      return
    }
    const [requestId = ''] = textsOf(answer, 'RequestId')
    const [callee = null] = textsOf(question, 'calledNumber')
    const [groups = '[]'] = textsOf(question, 'skillGroupIdList')
    const callers = new Set(textsOf(answer, 'Number').map(bare))
    const known = this.answers.get(requestId) ?? []
    this.answers.set(requestId, [...known, { callee, groups: JSON.parse(groups), callers }])
  }

  /** What is wrong with a call, in a sentence; null if it is the one that was on the screen, and was offered for it. */
  async fault(
    { draft, sight, isChecked }: Dial,
    pressed: Sight | undefined,
  ): Promise<string | null> {
    await Promise.all(this.reading)
    const { callee, caller, skillGroupIds, requestId } = draft
    const called = `${callee} was called from ${caller} for ${skillGroupIds.join()}`
    if (!pressed) return `${called}, and nobody had pressed anything.`
    if (!isChecked) return `${called}, and the guard had not let it pass.`
    for (const [when, seen] of [
      ['at the press', pressed],
      ['at the call', sight],
    ] as const) {
      const ticked = seen.groups.map((name) => this.groups.get(name) ?? name)
      const isShown =
        isMasked(seen.callee, callee) &&
        digits(seen.caller) === digits(caller) &&
        same(ticked, skillGroupIds)
      if (!isShown) {
        return `${called}, but on the screen ${when} were ${seen.callee}, ${seen.caller} and ${seen.groups.join()}.`
      }
    }
    const offered = (this.answers.get(requestId) ?? []).some(
      (answer) =>
        (answer.callee === null || answer.callee === callee) &&
        same(answer.groups, skillGroupIds) &&
        answer.callers.has(bare(caller)),
    )
    return offered ? null : `${called}, which the answer ${requestId} did not offer.`
  }
}

/** Every text or number under this key, however deep, in its order. */
function textsOf(value: unknown, key: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) =>
    name === key && (typeof item === 'string' || typeof item === 'number')
      ? [String(item)]
      : textsOf(item, key),
  )
}

function digits(text: string): string {
  return text.replace(/[^\d*]/g, '')
}

/** Without the zeros in front, which are lost where an answer has its numbers as JSON numbers. */
function bare(number: string): string {
  return digits(number).replace(/^0+/, '')
}

/** Whether this is what is shown, perhaps with stars in its middle. */
function isMasked(shown: string, number: string): boolean {
  const text = digits(shown)
  return (
    text.length === number.length &&
    [...text].every((letter, position) => letter === '*' || letter === number[position])
  )
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify([...some].sort()) === JSON.stringify([...others].sort())
}
