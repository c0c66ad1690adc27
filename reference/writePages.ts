import { createLinks, type Links, pageOf } from './links.ts'
import type { Entry, Kind, Member, PublicName, Tag } from './reference.ts'

const headings: readonly (readonly [kind: Kind, heading: string])[] = [
  ['component', 'Components'],
  ['function', 'Functions'],
  ['class', 'Classes'],
  ['constant', 'Constants'],
  ['type', 'Types'],
]

const PUBLIC = `What stands on these pages is public. So are the files \`style.css\`, \`script\` and \`frame/index.html\`, the element's
attributes, its events and the custom properties in [Embedding](../embed.md), and the proxy's variables in
[Running the proxy](../proxy.md). Nothing else is: it may change at any time, even if it can be reached.`

/** The pages of the reference, by file name: one for each entry, and one that lists them. */
export function writePages(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const pages = entries.map(
    (entry) => [pageOf(entry), writeEntry(entry, createLinks(entry, entries))] as const,
  )
  return new Map([['README.md', writeContents(entries)], ...pages])
}

function writeContents(entries: readonly Entry[]): string {
  const rows = entries.map(
    (entry) =>
      `| [\`${entry.path}\`](${pageOf(entry)}) | ${firstSentence(entry.says)} | ${entry.names.length} |`,
  )
  return page([
    '# API',
    'Every name that can be imported from the package, what it is for, and how it is used.',
    ['| import from | what it is for | names |', '| --- | --- | --- |', ...rows].join('\n'),
    PUBLIC,
    'Made from the comments in the sources by `npm run docs`.',
  ])
}

function firstSentence(text: string): string {
  const [sentence = ''] = onOneLine(text).split(/(?<=\.) /, 1)
  return sentence
}

function writeEntry(entry: Entry, links: Links): string {
  const own = entry.names
    .filter(links.isHome)
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
  const others = entry.names.filter((one) => !links.isHome(one))
  const groups = headings
    .map(([kind, heading]) => ({ heading, names: own.filter((one) => one.kind === kind) }))
    .filter(({ names }) => names.length > 0)
  const contents = groups.map(({ heading, names }) => `${heading}: ${listed(names, links)}`)
  if (others.length > 0) contents.push(`Explained elsewhere: ${listed(others, links)}`)
  return page([
    `# ${entry.path}`,
    links.inText(entry.says),
    contents.map((line) => `- ${line}`).join('\n'),
    ...groups.flatMap(({ heading, names }) => [
      `## ${heading}`,
      ...names.map((one) => writeName(one, links)),
    ]),
  ])
}

function listed(names: readonly PublicName[], links: Links): string {
  return links.to(names.map(({ id }) => id))
}

function writeName(one: PublicName, links: Links): string {
  const { name, declaration, says, members, parts, uses, tags } = one
  const code = [declaration, ...(members.length > 0 ? [] : parts)].filter((text) => text !== '')
  const rest = members.length > 0 ? parts : []
  return paragraphs([
    `### ${name}`,
    code.length > 0 ? fence(code.join('\n\n')) : '',
    links.inText(says),
    members.map((member) => writeMember(member, links)).join('\n'),
    rest.length > 0 ? fence(rest.join('\n\n')) : '',
    links.inText(writeTags(tags)),
    uses.length > 0 ? `Uses ${links.to(uses)}` : '',
  ])
}

function writeMember({ declaration, says, tags }: Member, links: Links): string {
  const text = [says, ...inOrder(tags).map(writeTag)]
    .filter((part) => part !== '')
    .map(links.inText)
  const lines = declaration.includes('\n')
    ? paragraphs([fence(declaration), ...text])
    : [`\`${declaration}\``, ...text].join('\\\n')
  return `- ${lines.replace(/\n(?!\n)/g, '\n  ')}`
}

/** What somebody has to know comes first, and examples last. */
const order = ['returns', 'throws', 'see', 'example']

function inOrder(tags: readonly Tag[]): readonly Tag[] {
  return [...tags].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
}

function writeTags(tags: readonly Tag[]): string {
  const parameters = tags.filter(({ name }) => name === 'param').map(writeTag)
  const others = inOrder(tags.filter(({ name }) => name !== 'param')).map(writeTag)
  return paragraphs([parameters.join('\n'), ...others])
}

function writeTag({ name, text }: Tag): string {
  const said = text.replace(/\{(\w+)\}/g, '`$1`')
  switch (name) {
    case 'param':
      return said.replace(/^(\S+)\s+(?:- )?/, '- `$1`: ')
    case 'returns':
      return `Returns ${said}`
    case 'throws':
      return `Throws ${said}`
    case 'see':
      return `See ${said}`
    case 'example':
      return fence(text, text.startsWith('<') ? 'tsx' : 'ts')
    default:
      throw new Error(`The reference does not know what to do with @${name}.`)
  }
}

function fence(code: string, language = 'ts'): string {
  return `\`\`\`${language}\n${code}\n\`\`\``
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

function page(parts: readonly string[]): string {
  return `${paragraphs(parts)}\n`
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
