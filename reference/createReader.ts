import {
  getTextOfJSDocComment,
  isClassDeclaration,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isInterfaceDeclaration,
  isJSDoc,
  isTypeAliasDeclaration,
  isVariableDeclaration,
  type Node,
} from 'typescript/unstable/ast'
import { type Checker, type Symbol as NamedSymbol, SymbolFlags } from 'typescript/unstable/sync'
import { declare, declareMember, onOneLine, withComment } from './declare.ts'
import { isPrivate, ownerOf, saysItAll, silentMembers, typeNames } from './nodes.ts'
import type { Comment, Kind, PublicName } from './reference.ts'

/** Makes a function that reads all that the reference says of a public name. */
export function createReader(
  checker: Checker,
  publicIds: ReadonlySet<number>,
  root: string,
): (symbol: NamedSymbol) => PublicName {
  function isOwn(node: Node): boolean {
    const { fileName } = node.getSourceFile()
    return fileName.startsWith(root) && !fileName.includes('/node_modules/')
  }

  function named(name: Node | undefined): NamedSymbol | undefined {
    const symbol = name && checker.getSymbolAtLocation(name)
    return symbol && symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  }

  function commentOf(symbol: NamedSymbol, node: Node): Comment {
    const own = node.jsDoc?.filter(isJSDoc).at(-1)
    const tags = symbol.getJsDocTags(checker).map(({ name, text = '' }) => ({ name, text }))
    // What a browser's own types say of the method that this one stands for is not said again.
    const says = own ? getTextOfJSDocComment(own.comment) : symbol.getDocumentationComment(checker)
    return { says: says ?? '', tags }
  }

  /** Its own members, and those from declarations without a public name; those of others are explained there. */
  function membersOf(symbol: NamedSymbol, declared: Node) {
    const type = checker.getDeclaredTypeOfSymbol(symbol)
    if (type.isUnionType()) return []
    const elsewhere = new Set(heritageOf(declared).flatMap(publicIn).flatMap(namesOfMembers))
    return checker.getPropertiesOfType(type).flatMap((member) => {
      const node = member.declarations[0]?.resolve()
      if (!node || !isOwn(node) || isPrivate(node, member.name)) return []
      const comment = commentOf(member, node)
      if (comment.tags.some(({ name }) => name === 'internal')) return []
      const owner = ownerOf(node)
      const isHere = owner === declared && !isTypeAliasDeclaration(declared)
      const isPublic = publicIds.has(named(owner?.name)?.id ?? -1)
      if (!isHere && (isPublic || elsewhere.has(member.name))) return []
      const { name } = member
      return { name, node, declaration: declareMember(node, member, checker), ...comment }
    })
  }

  /** What a declaration extends, as it is written; in place of a type without a public name, what that extends. */
  function heritageOf(declared: Node): readonly Node[] {
    if (!isInterfaceDeclaration(declared) && !isClassDeclaration(declared)) return []
    const clauses = declared.heritageClauses?.flatMap(({ types }) => [...types]) ?? []
    return clauses.flatMap((base) => {
      if (publicIn(base).length > 0) return [base]
      const node = named(base.expression)?.declarations[0]?.resolve()
      return node ? heritageOf(node) : []
    })
  }

  function publicIn(node: Node): readonly NamedSymbol[] {
    return typeNames(node)
      .flatMap((name) => named(name) ?? [])
      .filter(({ id }) => publicIds.has(id))
  }

  function namesOfMembers(symbol: NamedSymbol): readonly string[] {
    const type = checker.getDeclaredTypeOfSymbol(symbol)
    return checker.getPropertiesOfType(type).map(({ name }) => name)
  }

  /** The types that declarations name: public ones, and the declarations of others of this project. */
  function typesIn(nodes: readonly Node[], uses = new Set<number>(), parts = new Set<Node>()) {
    for (const symbol of nodes.flatMap(typeNames).map(named)) {
      const node = symbol?.declarations[0]?.resolve()
      if (!symbol || !node) continue
      if (publicIds.has(symbol.id)) uses.add(symbol.id)
      else if (!parts.has(node) && isOwn(node) && isType(node)) {
        parts.add(node)
        typesIn([node], uses, parts)
      }
    }
    return { uses, parts: [...parts] }
  }

  return (symbol) => {
    const declared = symbol.declarations[0]?.resolve()
    if (!declared) throw new Error(`${symbol.name} is exported, but declared nowhere.`)
    const heritage = heritageOf(declared)
    const bases = heritage.map((base) => onOneLine(base.getText()))
    const declaration = declare(declared, symbol, bases, checker)
    const members = membersOf(symbol, declared)
    const memberNodes = members.map(({ node }) => node)
    const { uses, parts } = typesIn([...typesShown(declared), ...memberNodes])
    const others = isVariableDeclaration(declared) ? [declared] : heritage
    for (const { id } of others.flatMap(publicIn)) uses.add(id)
    uses.delete(symbol.id)
    return {
      name: symbol.name,
      kind: kindOf(symbol, declaration),
      id: symbol.id,
      declaration,
      ...commentOf(symbol, commented(declared)),
      members,
      parts: parts.map(withComment),
      uses: [...uses],
      silent: [
        ...members
          .filter(({ says, node }) => says === '' && !saysItAll(node))
          .map(({ name }) => name),
        ...memberNodes.flatMap(silentMembers),
        ...(isTypeAliasDeclaration(declared) ? silentMembers(declared) : []),
        ...parts.filter((part) => !part.jsDoc).flatMap(silentMembers),
      ],
    }
  }
}

/** The node that has the comment of a declaration. */
function commented(declared: Node): Node {
  return isVariableDeclaration(declared) ? declared.parent.parent : declared
}

/** The types that stand in a declaration itself, not in its members. */
function typesShown(declared: Node): readonly Node[] {
  if (isTypeAliasDeclaration(declared)) return [declared]
  if (isFunctionDeclaration(declared)) {
    return [...declared.parameters, ...(declared.type ? [declared.type] : [])]
  }
  if (isClassDeclaration(declared)) {
    return declared.members.filter(isConstructorDeclaration).flatMap(({ parameters }) => parameters)
  }
  return isVariableDeclaration(declared) && declared.type ? [declared.type] : []
}

function isType(node: Node): boolean {
  return isInterfaceDeclaration(node) || isTypeAliasDeclaration(node)
}

function kindOf(symbol: NamedSymbol, declaration: string): Kind {
  if (symbol.flags & SymbolFlags.Function) return 'function'
  if (symbol.flags & SymbolFlags.Class) return 'class'
  if (!(symbol.flags & SymbolFlags.Variable)) return 'type'
  return declaration.includes('ExoticComponent<') ? 'component' : 'constant'
}
