/**
 * Telephone numbers of mainland China as this project needs them: what an agent types or pastes
 * becomes a callee, what the cloud answers becomes a number again, and both are shown in groups.
 *
 * A number is a string of digits in national form, leading zero included: `13888888888`,
 * `01089898989`, `057188888888`, `4001234567`, `95588`. A number that the cloud has masked keeps
 * its asterisks: `1388888****`.
 *
 * @see docs/numbers.md for the rules and where they come from
 */

/** What the first digits announce; `short` is a service number such as 10086 or 95588. */
export type NumberKind = 'mobile' | 'landline' | 'hotline' | 'short'

/**
 * How far a typed text is from being a callee.
 *
 * - `empty`: nothing typed yet.
 * - `incomplete`: fine so far, at least `missing` digits short. `kind` is null while the digits
 *   announce nothing yet, or are a local number without its area code.
 * - `complete`: can be dialed. `final` says that no further digit could belong to it; `extension`
 *   is what followed the number and is not part of it (`''` without one).
 * - `invalid`: typing on makes it no better. With reason `characters`, `found` is the first stretch
 *   that does not belong in a number, short enough to be shown.
 */
export type CalleeReading =
  | { state: 'empty' }
  | { state: 'incomplete'; kind: NumberKind | null; missing: number }
  | { state: 'complete'; number: string; kind: NumberKind; final: boolean; extension: string }
  | { state: 'invalid'; reason: 'characters'; found: string }
  | { state: 'invalid'; reason: 'too-long' | 'foreign' | 'prefix' }

/** Beyond any way to write one number; what is longer is refused unread. */
const LONGEST_TEXT = 200
const LONGEST_FOUND = 12

/** Between `from` and `to` digits a number is complete and may still continue. */
const plans: readonly { kind: NumberKind; prefix: RegExp; from: number; to: number }[] = [
  { kind: 'mobile', prefix: /^1[3-9]/, from: 11, to: 11 },
  { kind: 'landline', prefix: /^0(?:10|2\d)/, from: 11, to: 11 },
  { kind: 'landline', prefix: /^0[3-9]\d\d/, from: 11, to: 12 },
  { kind: 'hotline', prefix: /^[48]00/, from: 10, to: 10 },
  { kind: 'short', prefix: /^(?:1[0-2]|9[56])/, from: 5, to: 8 },
]

const IMPOSSIBLE_PREFIX = /^(?:00|01[12]|0[3-9]00)/
/** Old habit: the trunk prefix 0 before a mobile number. */
const TRUNK_BEFORE_MOBILE = /^01[3-9]/
/** A landline that a spreadsheet or a JSON number has robbed of its zero. */
const LANDLINE_WITHOUT_ZERO = /^(?:10|[2-9])/

/**
 * Reads what an agent typed or pasted. Spaces, dashes, dots, brackets, full-width forms and
 * invisible characters fall away; so do the country code 86 and a trailing extension.
 *
 * @example
 * readCallee('+86 138-8888-8888') // { state: 'complete', number: '13888888888', final: true, … }
 * readCallee('13800') // { state: 'incomplete', kind: 'mobile', missing: 6 }
 * readCallee('138x') // { state: 'invalid', reason: 'characters', found: 'x' }
 */
export function readCallee(typed: string): CalleeReading {
  if (typed.length > LONGEST_TEXT) return { state: 'invalid', reason: 'too-long' }
  const text = narrowText(typed).trim().replace(/^tel:/i, '')
  if (text === '') return { state: 'empty' }

  const [written = '', extension = ''] = EXTENSION.exec(text) ?? []
  const reading = readWithoutExtension(text.slice(0, text.length - written.length))
  return reading.state === 'complete' ? { ...reading, extension } : readWithoutExtension(text)
}

/** Full-width forms made narrow, and characters that nobody sees turned into spaces. */
function narrowText(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
}

/** What stands at the end; a dash starts it only after a number that is written in one piece. */
const EXTENSION =
  /\s*(?:(?:转|轉|分机号?|[;,]?\s*ext(?:ension)?|x|#|,|;)[\s:.=]*|(?<=\d{7}\s*)\p{Pd}\s*)(\d{1,6})$/iu

const SEPARATORS = String.raw`\s\p{Pd}−.·•()[\]【】`
const SEPARATOR = new RegExp(`[${SEPARATORS}]`, 'gu')
/** From the first character that has no place in a number up to the next digit. */
const STRANGER = new RegExp(`[^\\d${SEPARATORS}]\\D*`, 'u')

function readWithoutExtension(text: string): CalleeReading {
  const [stranger] = STRANGER.exec(text.replace(/^[(\s]*\+/, '')) ?? []
  if (stranger) return { state: 'invalid', reason: 'characters', found: shorten(stranger.trim()) }
  const national = withoutCountryCode(text.replace(SEPARATOR, ''))
  return national === null ? { state: 'invalid', reason: 'foreign' } : readNational(national)
}

function shorten(text: string): string {
  const characters = [...text]
  if (characters.length <= LONGEST_FOUND) return text
  return `${characters.slice(0, LONGEST_FOUND).join('')}…`
}

/** What follows 86, `''` while that is still being typed, null where another country is meant. */
function withoutCountryCode(written: string): string | null {
  const international = /^(?:\+|00)(.*)$/.exec(written)?.[1]
  // No area code starts with 86, so a bare 86 can only be the country.
  if (international === undefined) return written.replace(/^86(?=\d)/, '')
  if (international.startsWith('86')) return international.slice(2)
  return '86'.startsWith(international) ? '' : null
}

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
  // A hotline with a digit too many is no landline: its area code would be 0400 or 0800.
  if (!LANDLINE_WITHOUT_ZERO.test(digits) || plan?.kind === 'hotline') {
    return { state: 'invalid', reason: 'too-long' }
  }
  const landline = readNational(`0${digits}`)
  return landline.state === 'incomplete' && !plan ? { ...landline, kind: null } : landline
}

/**
 * A number as it stands in an answer: a string or a JSON number, perhaps with separators or country
 * code, perhaps masked. Null for what is no number at all.
 */
export function readAnsweredNumber(value: unknown): string | null {
  if (typeof value !== 'string' && !(Number.isSafeInteger(value) && Number(value) > 0)) return null
  const written = narrowText(String(value)).replace(SEPARATOR, '')
  const digits = written.replace(/^(?:\+86|0086|86(?=\d[\d*]{9,}$))/, '')
  return /^[\d*]{3,20}$/.test(digits) && /\d/.test(digits) ? restoreLeadingZero(digits) : null
}

/**
 * Gives a landline back the zero that a JSON number has no room for.
 *
 * @example restoreLeadingZero('1089898989') // '01089898989'
 */
export function restoreLeadingZero(digits: string): string {
  if (digits.startsWith('0') || digits.length < 9 || digits.length > 11) return digits
  if (digits.length === 11 && digits.startsWith('1')) return digits
  if (digits.length === 10 && /^[48]00/.test(digits)) return digits
  return `0${digits}`
}

const groupings: readonly RegExp[] = [
  /^(1[3-9*].)(.{4})(.{4})$/,
  /^(0(?:10|2.))(.{4})(.{4})$/,
  /^(0[3-9]..)(.{3,4})(.{4})$/,
  /^([48]00)(.{3})(.{4})$/,
]

/**
 * Groups a number for reading; what fits no grouping stays as it is.
 *
 * @example formatNumber('057188888888') // '0571 8888 8888'
 */
export function formatNumber(number: string): string {
  const groups = groupings.map((grouping) => grouping.exec(number)).find((found) => found !== null)
  return groups ? groups.slice(1).join(' ') : number
}

/**
 * Hides the middle of a number from those who look over a shoulder.
 *
 * @example maskNumber('13888888888') // '138****8888'
 */
export function maskNumber(number: string): string {
  const hidden = number.length - 7
  if (hidden < 1) return number.replace(/.{2}$/, '**')
  return `${number.slice(0, 3)}${'*'.repeat(hidden)}${number.slice(-4)}`
}
