import { isSafeNumber, LosslessNumber, parse, stringify } from 'lossless-json'

/** Levels; the API's own answers have five. Recursion over more would end in an overflow somewhere. */
const DEEPEST = 100

/** JSON that nobody sends in good faith: deeper than 100 levels. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep'
}

/** What may be a number of more digits than JavaScript holds, or with an exponent. */
const LONG_NUMBER = /[\d.]{16}|[:[,]\s*-?[\d.]+e/i

/**
 * Reads JSON so that {@link writeJson} writes every number as it came: one that JavaScript would round is
 * kept as an object that holds its text.
 *
 * @throws {TooDeep} for JSON that is nested too deeply
 * @throws {SyntaxError} for what is not JSON
 */
export function readJson(text: string): unknown {
  if (isDeep(text)) throw new TooDeep()
  if (!LONG_NUMBER.test(text)) return JSON.parse(text)
  return parse(text, null, {
    parseNumber: (digits) => (isSafeNumber(digits) ? Number(digits) : new LosslessNumber(digits)),
  })
}

/** Writes what {@link readJson} has read. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null'
}

function isDeep(text: string): boolean {
  if (!hasManyBrackets(text)) return false
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      if (++depth > DEEPEST) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}

/** Nearly all JSON has fewer brackets than levels are allowed, and need not be looked at letter by letter. */
function hasManyBrackets(text: string): boolean {
  let found = 0
  for (const bracket of '{[') {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++found > DEEPEST) return true
    }
  }
  return false
}
