import {
  type ClassDeclaration,
  type Identifier,
  type InterfaceDeclaration,
  isBlock,
  isClassDeclaration,
  isExpressionWithTypeArguments,
  isIdentifier,
  isInterfaceDeclaration,
  isLiteralTypeNode,
  isMethodSignatureDeclaration,
  isPropertyDeclaration,
  isPropertySignatureDeclaration,
  isStringLiteral,
  isTypeAliasDeclaration,
  isTypeReferenceNode,
  ModifierFlags,
  type Node,
  type TypeAliasDeclaration,
} from 'typescript/unstable/ast'

/** The declaration that a member is part of. */
export function ownerOf(
  member: Node,
): ClassDeclaration | InterfaceDeclaration | TypeAliasDeclaration | null {
  for (let node = member.parent; node; node = node.parent) {
    if (isInterfaceDeclaration(node) || isTypeAliasDeclaration(node)) return node
    if (isClassDeclaration(node)) return node
  }
  return null
}

/** The names of the types in a declaration; what makes it work is left out. */
export function typeNames(node: Node): readonly Identifier[] {
  const names: Identifier[] = []
  const visit = (inner: Node): void => {
    if (isBlock(inner)) return
    const name = isTypeReferenceNode(inner)
      ? inner.typeName
      : isExpressionWithTypeArguments(inner)
        ? inner.expression
        : undefined
    if (name && isIdentifier(name)) names.push(name)
    inner.forEachChild(visit)
  }
  visit(node)
  return names
}

/** Whether a member is for its class alone. */
export function isPrivate(member: Node, name: string): boolean {
  const flags = 'modifierFlags' in member ? Number(member.modifierFlags) : 0
  return name.includes('#') || (flags & ModifierFlags.Private) !== 0
}

/** The members at any depth of which nothing is said, neither beside them nor as `` `code` `` in a comment around them. */
export function silentMembers(node: Node): readonly string[] {
  const names: string[] = []
  const visit = (inner: Node): void => {
    if (isPropertySignatureDeclaration(inner) || isMethodSignatureDeclaration(inner)) {
      const name = inner.name.getText()
      const isSaid = inner.jsDoc || node.getFullText().includes(`\`${name}\``)
      if (!isSaid && !saysItAll(inner)) names.push(name)
    }
    inner.forEachChild(visit)
  }
  node.forEachChild(visit)
  return names
}

/** Whether a member is always the same, as the word that tells the parts of a union apart: that says it all. */
export function saysItAll(member: Node): boolean {
  if (isPropertySignatureDeclaration(member)) return isLiteralTypeNode(member.type)
  return (
    isPropertyDeclaration(member) &&
    Boolean(member.initializer && isStringLiteral(member.initializer))
  )
}
