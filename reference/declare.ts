import {
  isArrowFunction,
  isClassDeclaration,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isGetAccessorDeclaration,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isMethodSignatureDeclaration,
  isObjectBindingPattern,
  isParenthesizedTypeNode,
  isPropertyAssignment,
  isPropertyDeclaration,
  isPropertySignatureDeclaration,
  isUnionTypeNode,
  isVariableDeclaration,
  type Node,
  type ParameterDeclaration,
  SyntaxKind,
  type TypeNode,
} from 'typescript/unstable/ast'
import type { Checker, Symbol as NamedSymbol, Type } from 'typescript/unstable/sync'

/** A longer type that nobody wrote down is not worth reading. */
const LONGEST_INFERRED = 120
/** In a longer signature, each parameter has a line of its own. */
const LONGEST_LINE = 90

interface Callable extends Node {
  readonly typeParameters?: readonly Node[]
  readonly parameters: readonly ParameterDeclaration[]
  readonly type?: TypeNode
}

/**
 * A public declaration as code, without what makes it work; `''` where its members say it all.
 *
 * @param bases what it extends, as far as that is public
 */
export function declare(
  node: Node,
  symbol: NamedSymbol,
  bases: readonly string[],
  checker: Checker,
): string {
  const { name } = symbol
  if (isFunctionDeclaration(node)) return `function ${name}${signature(node, checker)}`
  if (isVariableDeclaration(node)) {
    return `const ${name}: ${typeOf(node.type, checker.getTypeOfSymbol(symbol), checker)}`
  }
  if (isInterfaceDeclaration(node)) {
    const types = node.typeParameters ? typeParametersOf(node.typeParameters) : ''
    if (bases.length === 0) return types && `interface ${name}${types}`
    const oneLine = `interface ${name}${types} extends ${bases.join(', ')}`
    if (oneLine.length <= LONGEST_LINE) return oneLine
    return `interface ${name}${types}\n  extends ${bases.join(',\n    ')}`
  }
  if (isClassDeclaration(node)) {
    const bases = node.heritageClauses?.map((clause) => ` ${onOneLine(clause.getText())}`) ?? []
    const made = node.members
      .filter(isConstructorDeclaration)
      .map(
        ({ parameters }) =>
          `new ${name}(${parameters.map((one) => parameter(one, checker)).join(', ')})`,
      )
    return [`class ${name}${bases.join('')}`, ...made].join('\n')
  }
  return asWritten(node)
}

function asWritten(node: Node): string {
  return node.getText().replace(/^export /, '')
}

/** A declaration that has no public name, as it is written. */
export function withComment(node: Node): string {
  return node
    .getFullText()
    .trim()
    .replace(/^export /m, '')
}

/** A member on one line, unless its type has comments of its own. */
export function declareMember(node: Node, symbol: NamedSymbol, checker: Checker): string {
  const { name } = symbol
  if (isMethodSignatureDeclaration(node) || isMethodDeclaration(node)) {
    return `${name}${signature(node, checker)}`
  }
  if (isPropertyAssignment(node) && isArrowFunction(node.initializer)) {
    return `${name}${signature(node.initializer, checker)}`
  }
  const inferred = checker.getTypeOfSymbol(symbol)
  if (isPropertySignatureDeclaration(node) || isPropertyDeclaration(node)) {
    if (node.postfixToken && node.type) return `${name}?: ${withoutUndefined(node.type)}`
    return `${name}: ${typeOf(node.type, inferred, checker)}`
  }
  const written = isGetAccessorDeclaration(node) ? node.type : undefined
  return `${name}: ${typeOf(written, inferred, checker)}`
}

/** That an optional member may be undefined goes without saying. */
function withoutUndefined(type: TypeNode): string {
  const rest = isUnionTypeNode(type)
    ? type.types.filter(({ kind }) => kind !== SyntaxKind.UndefinedKeyword)
    : [type]
  const [only] = rest
  if (only && rest.length === 1) {
    return tidy((isParenthesizedTypeNode(only) ? only.type : only).getText())
  }
  return rest.map((one) => tidy(one.getText())).join(' | ')
}

function signature(node: Callable, checker: Checker): string {
  const known = checker.getSignatureFromDeclaration(node)
  const returned = typeOf(node.type, known && checker.getReturnTypeOfSignature(known), checker)
  const types = node.typeParameters ? typeParametersOf(node.typeParameters) : ''
  const parameters = node.parameters.map((one) => parameter(one, checker))
  const oneLine = `${types}(${parameters.join(', ')}): ${returned}`
  if (oneLine.length <= LONGEST_LINE || parameters.length === 0) return oneLine
  const lines = parameters.map((one) => `\n  ${one.replaceAll('\n', '\n  ')},`)
  return `${types}(${lines.join('')}\n): ${returned}`
}

function typeParametersOf(nodes: readonly Node[]): string {
  return `<${nodes.map((one) => one.getText()).join(', ')}>`
}

/** Without its default, which the comment names. */
function parameter(node: ParameterDeclaration, checker: Checker): string {
  const { name, dotDotDotToken, questionToken, initializer, type } = node
  const parts = isObjectBindingPattern(name)
    ? `{ ${name.elements.map((one) => one.propertyName?.getText() ?? one.name?.getText()).join(', ')} }`
    : name.getText()
  const inferred = checker.getTypeAtLocation(node)
  const written = type ? asGiven(type) : typeOf(undefined, inferred, checker)
  return `${dotDotDotToken ? '...' : ''}${parts}${questionToken || initializer ? '?' : ''}: ${written}`
}

function typeOf(
  written: TypeNode | undefined,
  inferred: Type | undefined,
  checker: Checker,
): string {
  if (written) return tidy(written.getText())
  const text = inferred ? checker.typeToString(inferred) : 'unknown'
  return text.length > LONGEST_INFERRED ? '…' : text
}

/** A type on one line; a long one and one with comments keep their lines, a step to the left. */
function tidy(type: string): string {
  const line = onOneLine(type)
  return line.length > LONGEST_LINE || type.includes('/*') ? type.replaceAll('\n  ', '\n') : line
}

/** The type of a parameter, on one line unless it has comments of its own. */
function asGiven(type: TypeNode): string {
  const text = type.getText()
  return text.includes('/*') ? text : tidy(text)
}

/** Without the line breaks, the indentation, and what only lists on several lines need. */
export function onOneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/([(<]) /g, '$1')
    .replace(/,? ([)>])/g, '$1')
    .replace(/^\| /, '')
    .trim()
}
