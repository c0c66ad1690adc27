import { misuse } from '../../client/index.ts'

/** The values that a prop may have, and what the others are told. */
interface Rule {
  allows: (value: unknown) => boolean
  wayOut: string
  isRequired?: boolean
}

const text: Rule = {
  allows: (value) => typeof value === 'string',
  wayOut: 'Use text, or leave it out.',
}

const callee: Rule = {
  ...text,
  wayOut: 'Use text, such as "13888888888", or leave it out.',
}

const whole: Rule = {
  allows: (value) => Number.isInteger(value) && Number(value) > 0,
  wayOut: 'Use a whole number above 0, such as 5.',
}

const flag: Rule = {
  allows: (value) => typeof value === 'boolean',
  wayOut: 'Use true or false.',
}

const callback: Rule = {
  allows: (value) => typeof value === 'function',
  wayOut: 'Pass a function, or leave it out.',
}

const oneOf = (...allowed: readonly unknown[]): Rule => ({
  allows: (value) => allowed.includes(value),
  wayOut: `Use ${allowed.map((one) => JSON.stringify(one)).join(' or ')}.`,
})

/** An object with something of this name in it. */
const objectWith = (name: string, wayOut: string): Rule => ({
  allows: (value) => value instanceof Object && name in value,
  wayOut,
})

const rules: Readonly<Record<string, Rule>> = {
  client: objectWith('call', 'Pass what createProxyClient() made.'),
  endpoint: {
    allows: (value) => typeof value === 'string' && value !== '',
    wayOut: 'Pass the address of your proxy, such as "/aliyun/ccc/api".',
  },
  instanceId: text,
  userId: text,
  skillGroups: { allows: Array.isArray, wayOut: 'Pass a list of { id, name }, or leave it out.' },
  callee,
  defaultCallee: callee,
  maskCallee: flag,
  count: whole,
  maxCount: whole,
  callerCap: whole,
  guardTimeout: whole,
  memory: flag,
  dialDisabled: {
    allows: (value) => typeof value === 'boolean' || typeof value === 'string',
    wayOut: 'Use true, false, or the reason as text.',
  },
  history: objectWith('ofCallee', 'Pass what historyFromRecords() returns, or your own.'),
  onDial: { ...callback, wayOut: 'Pass a function that makes the call.', isRequired: true },
  beforeDial: callback,
  annotateCaller: callback,
  onSelect: callback,
  onCalleeChange: callback,
  onError: callback,
  locale: objectWith(
    'matches',
    "Import the language: import { enUS } from 'outbound-number-picker', and then locale={enUS}.",
  ),
  messages: {
    allows: (value) => value instanceof Object,
    wayOut: 'Pass texts by their names, such as { dial: "Call" }.',
  },
  theme: oneOf('auto', 'light', 'dark'),
  density: oneOf('comfortable', 'compact'),
}

/**
 * Says what a host passes wrongly. TypeScript lets none of it pass, but a host may be written in JavaScript, and its data
 * may be anything. Builds for production leave all of this out.
 *
 * @throws {TypeError} naming the first value that is wrong, and the way out
 */
export function explainMisuse(
  whose: 'OutboundNumberPicker' | 'useOutboundNumberPicker',
  options: object,
): void {
  const given = new Map<string, unknown>(Object.entries(options))
  const takesEndpoint = whose === 'OutboundNumberPicker'
  const endpoint = takesEndpoint ? given.get('endpoint') : undefined
  const client = given.get('client')
  if (client === undefined && endpoint === undefined) {
    const orElse = takesEndpoint ? ', or endpoint="/aliyun/ccc/api", the address of your proxy' : ''
    throw misuse(whose, 'client', client, `Pass what createProxyClient() made${orElse}.`)
  }
  if (client !== undefined && endpoint !== undefined) {
    const wayOut = 'There is a client too, which has an endpoint of its own: pass one of them.'
    throw misuse(whose, 'endpoint', endpoint, wayOut)
  }
  for (const [name, { allows, wayOut, isRequired = false }] of Object.entries(rules)) {
    const value = given.get(name)
    const isRight = value === undefined ? !isRequired : allows(value)
    if (!isRight) throw misuse(whose, name, value, wayOut)
  }
}
