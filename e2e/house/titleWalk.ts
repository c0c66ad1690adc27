import { format } from 'node:util'
import { type ESTree, parseSync } from 'vite'

/** A test as its file names it, once for each row of a table or turn of a loop. */
export interface Title {
  /** The groups that it is in, the outermost first. */
  groups: readonly string[]
  /** Null where only running the file would tell. */
  text: string | null
}

/** What can be read of a value without running anything; undefined for the rest. */
type Value = string | number | boolean | null | undefined | readonly Value[] | Fields
interface Fields {
  readonly [name: string]: Value
}

/** What names stand for here. */
type Known = ReadonlyMap<string, Value>

/**
 * The titles of all tests in a file, with what tables and loops of the same file put into them.
 *
 * @throws {Error} where the file cannot be parsed: its tests would be missed
 */
export function titlesOf(file: string, source: string): readonly Title[] {
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file} cannot be parsed: ${errors[0].message}`)

  const titles: Title[] = []

  function walk(nodes: readonly ESTree.Node[], groups: readonly string[], before: Known): void {
    let known = before
    for (const node of nodes) {
      if (node.type === 'VariableDeclaration') {
        for (const { id, init } of node.declarations) known = bind(id, read(init, known), known)
      } else if (node.type === 'ForOfStatement') {
        for (const turn of rowsOf(read(node.right, known))) {
          const { left, body } = node
          const declared = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left
          walk([body], groups, declared ? bind(declared, turn, known) : known)
        }
      } else if (node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression') {
        call(node.expression, groups, known)
      } else {
        walk(insideOf(node), groups, known)
      }
    }
  }

  function call(node: ESTree.CallExpression, groups: readonly string[], known: Known): void {
    const runner = runnerOf(node.callee, known)
    const [title] = node.arguments
    // A timeout may stand behind it.
    const body = node.arguments.find(isFunction)
    if (!runner || !title || !body) return
    for (const row of runner.rows) {
      const written = read(title, known)
      const text = typeof written === 'string' ? filledIn(written, row) : null
      if (runner.groups) walk(insideOf(body), text === null ? groups : [...groups, text], known)
      else titles.push({ groups, text })
    }
  }

  walk(program.body, [], new Map())
  return titles
}

/** Whether this is called to name a test or a group of tests, and with which rows; undefined for other functions. */
function runnerOf(
  callee: ESTree.Node,
  known: Known,
): { groups: boolean; rows: readonly Value[] } | undefined {
  if (callee.type === 'Identifier') {
    if (callee.name === 'it' || callee.name === 'test') return { groups: false, rows: [[]] }
    return callee.name === 'describe' ? { groups: true, rows: [[]] } : undefined
  }
  if (callee.type === 'MemberExpression') {
    const { object, property } = callee
    const isGroup = property.type === 'Identifier' && property.name === 'describe'
    return isGroup && runnerOf(object, known) ? { groups: true, rows: [[]] } : undefined
  }
  if (callee.type !== 'CallExpression' || callee.callee.type !== 'MemberExpression')
    return undefined
  const { object, property } = callee.callee
  if (property.type !== 'Identifier' || property.name !== 'each') return undefined
  const runner = runnerOf(object, known)
  const [table] = callee.arguments
  return runner && table && { ...runner, rows: rowsOf(read(table, known)) }
}

/** The statements in it, which are walked with the names of around it. */
function insideOf(node: ESTree.Node): readonly ESTree.Node[] {
  switch (node.type) {
    case 'ExportNamedDeclaration':
      return node.declaration ? [node.declaration] : []
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return node.body ? [node.body] : []
    case 'IfStatement':
      return [node.consequent]
    case 'BlockStatement':
      return node.body
    default:
      return []
  }
}

function isFunction(node: ESTree.Node): boolean {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'
}

function read(node: ESTree.Node | null, known: Known): Value {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'object' || typeof node.value === 'bigint' ? null : node.value
    case 'Identifier':
      return known.get(node.name)
    case 'TemplateLiteral': {
      const parts = node.expressions.map((part) => read(part, known))
      if (parts.some((part) => typeof part !== 'string' && typeof part !== 'number'))
        return undefined
      return node.quasis.map(({ value }, at) => value.cooked + String(parts[at] ?? '')).join('')
    }
    case 'ArrayExpression':
      return node.elements.map((element) => read(element, known))
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.flatMap((property) =>
          property.type === 'Property' && property.key.type === 'Identifier'
            ? [[property.key.name, read(property.value, known)]]
            : [],
        ),
      )
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return read(node.expression, known)
    default:
      return undefined
  }
}

/** The names of a pattern, with what they stand for where it takes this value apart. */
function bind(pattern: ESTree.Node, value: Value, known: Known): Known {
  switch (pattern.type) {
    case 'Identifier':
      return new Map(known).set(pattern.name, value)
    case 'AssignmentPattern':
      return bind(pattern.left, value === undefined ? read(pattern.right, known) : value, known)
    case 'ArrayPattern':
      return pattern.elements.reduce<Known>(
        (so, element, at) => (element ? bind(element, rowsOf(value)[at], so) : so),
        known,
      )
    case 'ObjectPattern':
      return pattern.properties.reduce<Known>((so, property) => {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') return so
        return bind(property.value, fieldOf(value, property.key.name), so)
      }, known)
    default:
      return known
  }
}

function rowsOf(value: Value): readonly Value[] {
  return isList(value) ? value : [undefined]
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function fieldOf(value: Value, name: string): Value {
  return typeof value === 'object' && value !== null && !isList(value) ? value[name] : undefined
}

/** A title with a row of its table in the places that it has for it; null where the row cannot be read. */
function filledIn(title: string, row: Value): string | null {
  const cells = isList(row) ? row : [row]
  const places = title.match(/%[sdij]/g)?.length ?? 0
  const fields = [...title.matchAll(/\$(\w+)/g)].map(([place, name = '']) => ({
    place,
    value: fieldOf(row, name),
  }))
  const used = [...cells.slice(0, places), ...fields.map(({ value }) => value)]
  if (used.length < places + fields.length || used.includes(undefined)) return null
  const filled = format(title, ...cells.slice(0, places))
  return fields.reduce((text, { place, value }) => text.replace(place, String(value)), filled)
}
