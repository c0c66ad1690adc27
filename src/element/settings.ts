import { misuse, type ProxyClient, type ProxyClientOptions } from '../client/index.ts'
import type { Locale, LookOptions, PickerSettings } from '../picker/index.ts'

/**
 * What can be set on the element: the picker's settings and looks, and the options of its client. Texts, numbers and
 * flags are attributes too.
 */
export interface ElementSettings
  extends Omit<
      PickerSettings,
      'onDial' | 'onSelect' | 'onCalleeChange' | 'onError' | 'defaultCallee'
    >,
    Omit<LookOptions, 'locale'>,
    ProxyClientOptions {
  /** The page's own client, instead of `endpoint` and the other client options. */
  client: ProxyClient
  /** The language, by its code. Default `zh-CN`. */
  locale: Locale
}

/** Settings as the element stores them: each may be missing. */
export type Settings = { [Name in keyof ElementSettings]?: ElementSettings[Name] | undefined }

/** Reads a setting from the text of an attribute; throws what the element with this tag complains of. */
type Read = (text: string, name: string, tag: string) => unknown

const text: Read = (value) => value

const whole: Read = (value, name, tag) => {
  if (/^[1-9]\d*$/.test(value.trim())) return Number(value)
  throw misuse(tag, name, value, 'Use a whole number above 0, such as "5".')
}

const oneOf =
  (...allowed: readonly string[]): Read =>
  (value, name, tag) => {
    if (allowed.includes(value)) return value
    throw misuse(tag, name, value, `Use ${allowed.map((one) => `"${one}"`).join(' or ')}.`)
  }

/** As in HTML, present or not; and as frameworks write flags, `true` or `false`. */
const flag: Read = (value, name, tag) => {
  if (value === '' || value === 'true' || value === name) return true
  if (value === 'false') return false
  throw misuse(tag, name, value, 'Use no value, "true" or "false".')
}

const attributes = {
  endpoint: text,
  'action-param': text,
  'region-id': text,
  credentials: oneOf('same-origin', 'include', 'omit'),
  timeout: whole,
  'instance-id': text,
  'user-id': text,
  callee: text,
  count: whole,
  'max-count': whole,
  'caller-cap': whole,
  'guard-timeout': whole,
  'mask-callee': flag,
  memory: flag,
  locale: oneOf('zh-CN', 'en-US'),
  theme: oneOf('auto', 'light', 'dark'),
  density: oneOf('comfortable', 'compact'),
} as const satisfies Record<keyof ElementAttributes, Read>

type Whole = number | `${number}` | undefined
type Flag = boolean | '' | 'true' | 'false' | undefined

/** The attributes as they are written in a page or a template. */
export interface ElementAttributes {
  endpoint?: string | undefined
  'action-param'?: string | undefined
  'region-id'?: string | undefined
  credentials?: RequestCredentials | undefined
  timeout?: Whole
  'instance-id'?: string | undefined
  'user-id'?: string | undefined
  callee?: string | undefined
  count?: Whole
  'max-count'?: Whole
  'caller-cap'?: Whole
  'guard-timeout'?: Whole
  'mask-callee'?: Flag
  memory?: Flag
  locale?: Locale | undefined
  theme?: Settings['theme']
  density?: Settings['density']
}

/** What a template may set: attributes, and properties if it can set those. */
export type ElementTemplate = ElementAttributes & Omit<Settings, keyof ElementAttributes>

type CamelCase<Name> = Name extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Name

/** Settings without an attribute. */
const properties: Record<
  Exclude<keyof ElementSettings, CamelCase<keyof ElementAttributes>>,
  true
> = {
  client: true,
  headers: true,
  request: true,
  skillGroups: true,
  beforeDial: true,
  dialDisabled: true,
  annotateCaller: true,
  history: true,
  messages: true,
}

const readers: ReadonlyMap<string, { name: string; read: Read }> = new Map(
  Object.entries(attributes).map(([name, read]) => [camelCase(name), { name, read }]),
)

/** Names of all settings, as properties. */
export const settingNames: readonly string[] = [...readers.keys(), ...Object.keys(properties)]

/**
 * Attributes that are written by mistake, often by a framework that does not find the property, and a sentence
 * that says what to do instead: nobody would notice a guard that is ignored. The tag comes before it.
 */
export const mistakes: ReadonlyMap<string, string> = new Map(
  settingNames.flatMap((name) => {
    const attribute = readers.get(name)?.name
    const way = attribute
      ? `Write ${attribute}.`
      : `Set the property ${name}, in a Vue template with :${name}.`
    return [kebabCase(name), name.toLowerCase()]
      .filter((written) => written !== attribute)
      .map((written) => [written, `${written} is no attribute. ${way}`] as const)
  }),
)

export const observedAttributes: readonly string[] = [
  ...Object.keys(attributes),
  ...mistakes.keys(),
]

export function camelCase(attribute: string): string {
  return attribute.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase())
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/**
 * The sentence about an attribute whose name is a slip away from one of ours: a letter is missing, wrong or too many, or
 * two are swapped. Null for all others, such as `class`. Our own names are further apart than that.
 */
export function slipIn(written: string): string | null {
  if (observedAttributes.includes(written)) return null
  const meant = Object.keys(attributes).find((name) => lettersApart(written, name) <= 2)
  return meant ? `${written} is no attribute. Write ${meant}.` : null
}

/** How many letters the longer of two words has besides those that both begin and end with. */
function lettersApart(one: string, other: string): number {
  const begin = sameLetters([...one], [...other])
  const [rest, otherRest] = [one, other].map((word) => [...word.slice(begin)].reverse())
  return Math.max(one.length, other.length) - begin - sameLetters(rest, otherRest)
}

/** How many letters two words begin with alike. */
function sameLetters(one: readonly string[] = [], other: readonly string[] = []): number {
  const first = one.findIndex((letter, index) => letter !== other[index])
  return first < 0 ? one.length : first
}

/**
 * Reads a setting. Frameworks set a property if there is one, so a text that was written as an attribute
 * may arrive as a property.
 *
 * @throws {TypeError} naming the wrong value and the right ones
 */
export function readSetting(tag: string, name: string, value: unknown): unknown {
  const known = readers.get(name)
  if (value === null || value === undefined) return undefined
  return known ? known.read(String(value), known.name, tag) : value
}
