/**
 * Telephone numbers of mainland China, as this project needs them: reads what an agent types or pastes
 * and what the cloud answers, and formats numbers in groups.
 *
 * A number is a string of digits in national form, leading zero included: `13888888888`,
 * `01089898989`, `057188888888`, `4001234567`, `95588`. A number that the cloud has masked keeps
 * its asterisks: `1388888****`.
 *
 * @see docs/numbers.md for the rules and where they come from
 */

/** The kind of number that the first digits indicate; `short` is a service number such as 10086 or 95588. */
export type NumberKind = 'mobile' | 'landline' | 'hotline' | 'short'

/**
 * How a typed text reads as a callee.
 *
 * - `empty`: nothing typed yet.
 * - `incomplete`: correct so far, with at least `missing` digits to go. `kind` is null while the digits
 *   do not show it yet, or are a local number without its area code.
 * - `complete`: `number` can be dialed, in national form. `final` means that no further digit could belong to it; `extension`
 *   follows the number and is not part of it (`''` if there is none).
 * - `several`: `count` numbers stand in the text, 2 or more, as when two cells of a table are pasted. They
 *   are never run together. `first` is the first of them in national form, for a host that wants to offer it.
 * - `invalid`: more digits cannot make it valid, for a `reason`: it holds other `characters`, is `too-long`, is `foreign`,
 *   or has a `prefix` that no number has. With `characters`, `found` is the first text that does not belong in a number,
 *   short enough to be shown.
 */
export type CalleeReading =
  | { state: 'empty' }
  | { state: 'incomplete'; kind: NumberKind | null; missing: number }
  | { state: 'complete'; number: string; kind: NumberKind; final: boolean; extension: string }
  | { state: 'several'; first: string; count: number }
  | {
      state: 'invalid'
      reason: 'characters' | 'too-long' | 'foreign' | 'prefix'
      found?: string
    }

/** Longer than any way to write one number; a longer text is refused unread. */
const LONGEST_TEXT = 200

/** With `from` to `to` digits a number is complete; below `to` it may still get longer. */
const plans: readonly { kind: NumberKind; prefix: RegExp; from: number; to: number }[] = [
  { kind: 'mobile', prefix: /^1[3-9]/, from: 11, to: 11 },
  { kind: 'landline', prefix: /^0(?:10|2\d)/, from: 11, to: 11 },
  { kind: 'landline', prefix: /^0[3-9]\d\d/, from: 11, to: 12 },
  { kind: 'hotline', prefix: /^[48]00/, from: 10, to: 10 },
  { kind: 'short', prefix: /^(?:1[0-2]|9[56])/, from: 5, to: 8 },
]

const IMPOSSIBLE_PREFIX = /^(?:00|01[12]|0[3-9]00)/
/** An old habit: the trunk prefix 0 before a mobile number. */
const TRUNK_BEFORE_MOBILE = /^01[3-9]/
/** A landline that lost its zero in a spreadsheet or as a JSON number. */
const LANDLINE_WITHOUT_ZERO = /^(?:10|[2-9])/

/**
 * Reads what an agent typed or pasted. Spaces, dashes, dots, brackets and invisible characters are
 * removed, full-width characters become narrow, and the country code 86 is dropped. A trailing extension
 * is read separately. Two numbers are never glued into a third.
 *
 * @example
 * readCallee('+86 138-8888-8888') // { state: 'complete', number: '13888888888', final: true, … }
 * readCallee('13800') // { state: 'incomplete', kind: 'mobile', missing: 6 }
 * readCallee('10086\n010-89898989') // { state: 'several', first: '10086', count: 2 }
 * readCallee('138x') // { state: 'invalid', reason: 'characters', found: 'x' }
 */
export function readCallee(typed: string): CalleeReading {
  if (typed.length > LONGEST_TEXT) return { state: 'invalid', reason: 'too-long' }
  const text = narrowText(typed).trim().replace(/^tel:/i, '')
  if (text === '') return { state: 'empty' }

  const { before, extension } = splitExtension(text)
  const reading = readSeveral(before) ?? readOne(before)
  if (reading.state === 'complete') return { ...reading, extension }
  // What looked like an extension may be one more number: 13888888888;13999999999;95588.
  return readSeveral(text) ?? (reading.state === 'several' ? reading : readOne(text))
}

/** Makes full-width characters narrow and turns invisible characters into spaces. */
function narrowText(text: string): string {
  return text.replace(/[！-～]/g, (wide) => wide.normalize('NFKC')).replace(/[\p{Cf}\p{Cc}]/gu, ' ')
}

/** An extension after a word or sign: `010-89898989转8001`, `010-89898989,12`. */
const ANNOUNCED_EXTENSION =
  /(\s*(?:转|轉|分机号?|[;,]?\s*ext(?:ension)?|x|#|,|;)[\s:.=]*(\d{1,6}))$/iu
/** An extension after a dash, only behind a number written in one piece: `010-89898989-123`. */
const DASHED_EXTENSION = /\d{7}(\s*\p{Pd}\s*(\d{1,6}))$/u

function splitExtension(text: string): { before: string; extension: string } {
  const found = ANNOUNCED_EXTENSION.exec(text) ?? DASHED_EXTENSION.exec(text)
  const [, written = '', extension = ''] = found ?? []
  return { before: text.slice(0, text.length - written.length), extension }
}

const SEPARATORS = '\\s\\p{Pd}−.·•()[\\]【】'
const SEPARATOR = new RegExp(`[${SEPARATORS}]`, 'gu')
/** From the first character that does not belong in a number up to the next digit, short enough to be shown. */
const STRANGER = new RegExp(`[^\\d${SEPARATORS}]\\D{0,11}`, 'u')

/** Stands only between numbers. Blanks and dashes stand between them, too, but also between a number's groups. */
const BETWEEN_NUMBERS = /[/|、,;]/

/**
 * Reads a text with several numbers; null if it has fewer than two. Groups are taken together until they are a
 * complete number, then the next number begins. What is left at the end may be one that is still being typed.
 */
function readSeveral(text: string): CalleeReading | null {
  const numbers: string[] = []
  for (const part of text.split(BETWEEN_NUMBERS)) {
    let groups = ''
    for (const group of part.split(SEPARATOR)) {
      groups += ` ${group}`
      const reading = readOne(groups)
      if (reading.state !== 'complete') continue
      // A short number is one group: 10 8989 is none, but begins 10 8989 8989, a landline without its zero.
      if (reading.kind === 'short' && !group.endsWith(reading.number)) continue
      numbers.push(reading.number)
      groups = ''
    }
    if (readOne(groups).state === 'invalid') return null
  }
  const [first, ...others] = numbers
  if (first === undefined || others.length === 0) return null
  return { state: 'several', first, count: numbers.length }
}

function readOne(text: string): CalleeReading {
  const [stranger] = STRANGER.exec(text.replace(/^[(\s]*\+/, '')) ?? []
  if (stranger) return { state: 'invalid', reason: 'characters', found: stranger.trim() }
  const written = text.replace(SEPARATOR, '')
  if (FOREIGN.test(written)) return { state: 'invalid', reason: 'foreign' }
  return readNational(written.replace(COUNTRY_CODE, ''))
}

/** A country that is not 86, which may still be being typed. */
const FOREIGN = /^(?:\+|00)(?!86|8?$)/
/** No area code starts with 86, so a bare 86 can only be the country. */
const COUNTRY_CODE = /^(?:(?:\+|00)8?6?|86(?=\d))/

function readNational(digits: string): CalleeReading {
  if (IMPOSSIBLE_PREFIX.test(digits)) return { state: 'invalid', reason: 'prefix' }
  if (TRUNK_BEFORE_MOBILE.test(digits)) return readNational(digits.slice(1))

  const plan = plans.find(({ prefix }) => prefix.test(digits))
  if (plan && digits.length <= plan.to) {
    const { kind, from, to } = plan
    if (digits.length < from) return { state: 'incomplete', kind, missing: from - digits.length }
    const final = digits.length === to && !(kind === 'short' && LANDLINE_WITHOUT_ZERO.test(digits))
    return { state: 'complete', number: digits, kind, final, extension: '' }
  }
  if (digits.length < 4) return { state: 'incomplete', kind: null, missing: 5 - digits.length }
  // A hotline with one digit too many is not a landline: its area code would be 0400 or 0800.
  if (!LANDLINE_WITHOUT_ZERO.test(digits) || plan?.kind === 'hotline') {
    return { state: 'invalid', reason: 'too-long' }
  }
  const landline = readNational(`0${digits}`)
  return landline.state === 'incomplete' && !plan ? { ...landline, kind: null } : landline
}

/**
 * Reads a number in an answer: a string or a JSON number, perhaps with separators or country code,
 * perhaps masked. Null for anything that is not a number.
 */
export function readAnsweredNumber(value: unknown): string | null {
  if (typeof value !== 'string' && !(Number.isSafeInteger(value) && Number(value) > 0)) return null
  const written = narrowText(String(value)).replace(SEPARATOR, '')
  const digits = written.replace(/^(?:\+86|0086|86(?=\d[\d*]{9,}$))/, '')
  return /^[\d*]{3,20}$/.test(digits) && /\d/.test(digits) ? restoreLeadingZero(digits) : null
}

/**
 * Puts back the leading zero that a landline loses as a JSON number.
 *
 * @example restoreLeadingZero('1089898989') // '01089898989'
 */
export function restoreLeadingZero(digits: string): string {
  return digits.replace(/^(?!0|1.{10}$|[48]00.{7}$).{9,11}$/, '0$&')
}

/** Area code or first digits, middle, and the last four. */
const GROUPS = /^(1[3-9*].|0(?:10|2.)|0[3-9]..|[48]00)(.{3,4})(.{4})$/

/**
 * Groups a number's digits for reading; a number that fits no grouping stays as it is.
 *
 * @example formatNumber('057188888888') // '0571 8888 8888'
 */
export function formatNumber(number: string): string {
  return number.replace(GROUPS, '$1 $2 $3')
}

/**
 * Hides the middle of a number from people looking over the agent's shoulder.
 *
 * @example
 * maskNumber('13888888888') // '138****8888'
 * maskNumber('95588') // '955**'
 */
export function maskNumber(number: string): string {
  if (number.length < 2) return number
  if (number.length < 8) return `${number.slice(0, -2)}**`
  return number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4)
}
