import type { ProxyClient, ProxyClientOptions } from '../client/index.ts'
import type { Locale, OutboundNumberPickerProps } from '../picker/index.ts'

/**
 * What can be set on the element: the picker's props, and the options of its client. Texts, numbers and
 * flags are attributes too.
 */
export interface ElementSettings
  extends Omit<
      OutboundNumberPickerProps,
      'client' | 'onDial' | 'onSelect' | 'onCalleeChange' | 'defaultCallee' | 'language'
    >,
    ProxyClientOptions {
  /** The page's own client, instead of `endpoint` and the other client options. */
  client: ProxyClient
  /** Default `zh-CN`. */
  locale: Locale
}

/** Settings as the element stores them: each may be missing. */
export type Settings = { [Name in keyof ElementSettings]?: ElementSettings[Name] | undefined }

const TAG = '<outbound-number-picker>'

/** Reads a setting from the text of an attribute. */
type Read = (text: string, name: string) => unknown

const text: Read = (value) => value

const whole: Read = (value, name) => {
  if (/^[1-9]\d*$/.test(value.trim())) return Number(value)
  throw wrongValue(name, value, 'a whole number above 0, such as "5"')
}

const oneOf =
  (...allowed: readonly string[]): Read =>
  (value, name) => {
    if (allowed.includes(value)) return value
    throw wrongValue(name, value, allowed.map((one) => `"${one}"`).join(' or '))
  }

/** As in HTML, present or not; and as frameworks write flags, `true` or `false`. */
const flag: Read = (value, name) => {
  if (value === '' || value === 'true' || value === name) return true
  if (value === 'false') return false
  throw wrongValue(name, value, 'no value, "true" or "false"')
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
interface ElementAttributes {
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
 * that says what to do instead: nobody would notice a guard that is ignored.
 */
export const mistakes: ReadonlyMap<string, string> = new Map(
  settingNames.flatMap((name) => {
    const attribute = readers.get(name)?.name
    const way = attribute
      ? `Write ${attribute}.`
      : `Set the property ${name}, in a Vue template with :${name}.`
    return [kebabCase(name), name.toLowerCase()]
      .filter((written) => written !== attribute)
      .map((written) => [written, `${TAG}: ${written} is no attribute. ${way}`] as const)
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
 * Reads a setting. Frameworks set a property if there is one, so a text that was written as an attribute
 * may arrive as a property.
 *
 * @throws {TypeError} naming the wrong value and the right ones
 */
export function readSetting(name: string, value: unknown): unknown {
  const known = readers.get(name)
  if (value === null || value === undefined) return undefined
  return known ? known.read(String(value), known.name) : value
}

function wrongValue(name: string, value: string, allowed: string): TypeError {
  return new TypeError(`${TAG}: ${name} is ${JSON.stringify(value)}. Use ${allowed}.`)
}
