/** What the reference says, before it is written down. */

/** What can be imported from one path of the package. */
export interface Entry {
  /** What an import names, such as `outbound-number-picker/history`. */
  path: string
  /** The comment at the top of its file. */
  says: string
  names: readonly PublicName[]
}

export type Kind = 'component' | 'function' | 'class' | 'constant' | 'type'

export interface PublicName extends Comment {
  name: string
  kind: Kind
  /** Identifies what is named: two entries may hand on the same. */
  id: number
  /** As code; `''` where the members say it all. */
  declaration: string
  members: readonly Member[]
  /** The types that it is made of and that have no public name, as code. */
  parts: readonly string[]
  /** Ids of the public types that all of this names. */
  uses: readonly number[]
  /** Members, also nested ones, without a comment. */
  silent: readonly string[]
}

export interface Member extends Comment {
  declaration: string
}

export interface Comment {
  /** Markdown; `''` without a comment. */
  says: string
  tags: readonly Tag[]
}

export interface Tag {
  /** Such as `example`. */
  name: string
  text: string
}
