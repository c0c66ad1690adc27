import { readCallee } from '../../../ccc/index.ts'

/** Numbers that are final, numbers that could continue, and texts that are no number. */
export const texts = [
  '13888888888',
  '139 9999 9999',
  '02188888888',
  '05718888888',
  '057188888888',
  '10086',
  '95588',
  '02188888888转8001',
  '1388888',
  '13888888888 13999999999',
  'nobody',
] as const

const numbers = new Map<string, string | null>()

/** The number that a text can be dialed as; null if it cannot. */
export function numberIn(text: string): string | null {
  const known = numbers.get(text)
  if (known !== undefined) return known
  const reading = readCallee(text)
  const number = reading.state === 'complete' ? reading.number : null
  numbers.set(text, number)
  return number
}

/** The same number with a blank somewhere else. */
export function regrouped(text: string, at: number): string {
  const number = numberIn(text)
  const isGrouped = number === null || text.includes('转')
  return isGrouped ? text : `${number.slice(0, at)} ${number.slice(at)}`
}

/** A caller that tells for which question it was offered. */
export function callerFor(
  callee: string,
  skillGroupIds: readonly string[],
  position: number,
): string {
  let hash = position
  for (const letter of `${callee} ${skillGroupIds.join()}`) {
    hash = (hash * 31 + letter.charCodeAt(0)) % 9_999_991
  }
  return `010${10_000_000 + hash}`
}
