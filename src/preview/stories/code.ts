import { enUS, zhCN } from '../../picker/index.ts'

interface Writing {
  text: string
  /** What it imports from the package. */
  imports: readonly string[]
}

const writings = new WeakMap<object, Writing>()

/** A value for a story, and how code for it is written. */
export function written<Value extends object>(
  value: Value,
  text: string,
  ...imports: readonly string[]
): Value {
  writings.set(value, { text, imports })
  return value
}

written(zhCN, 'zhCN', 'zhCN')
written(enUS, 'enUS', 'enUS')

/** Functions of a host's own, which a story replaces by spies. */
const ownFunctions: Readonly<Record<string, string>> = {
  onDial: '({ callee, caller }) => console.log(callee, caller)',
  onSelect: '({ caller }) => console.log(caller)',
  onCalleeChange: '(callee) => console.log(callee)',
}

/** What comes from an entry of its own. */
const entries: Readonly<Record<string, string>> = {
  historyFromRecords: 'outbound-number-picker/history',
}

/** What an engineer writes in their own project to get the picker with these props. */
export function codeOf(props: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(props).filter(([, value]) => value !== undefined)
  const imports = given.flatMap(([, value]) => writingOf(value)?.imports ?? [])
  const all = [...new Set(['createProxyClient', 'OutboundNumberPicker', ...imports])]
  const names = all.filter((name) => !entries[name]).sort(inDictionaryOrder)
  const others = all.flatMap((name) =>
    entries[name] ? [`import { ${name} } from '${entries[name]}'\n`] : [],
  )
  const lines = given.map(([name, value]) => `      ${writeProp(name, value)}\n`)
  return `import { ${names.join(', ')} } from 'outbound-number-picker'
${others.join('')}import 'outbound-number-picker/style.css'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })

export function Dialer() {
  return (
    <OutboundNumberPicker
${lines.join('')}    />
  )
}
`
}

const inDictionaryOrder = (one: string, other: string) => one.localeCompare(other)

function writeProp(name: string, value: unknown): string {
  const text = writingOf(value)?.text ?? ownFunctions[name]
  if (text) return `${name}={${text}}`
  if (value === true) return name
  return typeof value === 'string' ? `${name}="${value}"` : `${name}={${JSON.stringify(value)}}`
}

function writingOf(value: unknown): Writing | undefined {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return isObject ? writings.get(value) : undefined
}
