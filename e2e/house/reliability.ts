import { faults, type Source } from './faultTests.ts'
import { type Title, titlesOf } from './titleWalk.ts'

/** Reads a file of the project, by its path from the root. */
export type ReadFile = (path: string) => string

/**
 * `docs/reliability.md`: every fault that is tried, and what is seen of it, in the words of the tests that show it.
 *
 * @throws {Error} where the list names a group that no file has, or a test does not say in its file what it is about
 */
export function reliability(readFile: ReadFile): string {
  const sections = Object.entries(faults).map(([section, sources]) => ({
    section,
    sources: sources.map((source) => ({ ...source, titles: titlesIn(source, readFile) })),
  }))
  const all = sections.flatMap(({ sources }) => sources.flatMap(({ titles }) => titles))
  return `${[
    '# What goes wrong, and what is seen of it',
    '',
    '<!-- Made by `npm run docs` from the titles of tests; edit those, or the list of them in e2e/house/faultTests.ts. -->',
    '',
    `${all.length} things that go wrong are tried in every run of the tests. Each line below is the title of the test that shows it,`,
    'in the file above it. `npm run soak` mixes them at random through an agent’s day.',
    ...sections.flatMap(({ section, sources }) => [
      '',
      `## ${section}`,
      ...sources.flatMap(({ about, file, titles }) => [
        '',
        `### ${about}`,
        '',
        `\`${file}\``,
        ...grouped(titles).flatMap(({ group, texts }) => [
          '',
          ...(group ? [`**${sentence(group)}**`, ''] : []),
          ...texts.map((text) => `- ${text}`),
        ]),
      ]),
    ]),
  ].join('\n')}\n`
}

interface Shown {
  group: string
  text: string
}

function titlesIn({ file, groups }: Source, readFile: ReadFile): readonly Shown[] {
  const titles = titlesOf(file, readFile(file))
  const missing = groups?.find((group) => !titles.some((title) => title.groups[0] === group))
  if (missing) throw new Error(`${file} has no group "${missing}". Mend e2e/house/faultTests.ts.`)
  return titles
    .filter((title) => !groups || groups.includes(title.groups[0] ?? ''))
    .map((title) => shown(file, title))
}

function shown(file: string, { groups, text }: Title): Shown {
  const group = groups.join(', ')
  if (text !== null) return { group, text: text.replaceAll('<', '\\<') }
  throw new Error(
    `${file} has a title${group && ` in "${group}"`} that only running it would tell. Make it of constants of the file.`,
  )
}

/** Neighbours of one group together. */
function grouped(titles: readonly Shown[]): readonly { group: string; texts: string[] }[] {
  const parts: { group: string; texts: string[] }[] = []
  for (const { group, text } of titles) {
    const last = parts.at(-1)
    if (last?.group === group) last.texts.push(text)
    else parts.push({ group, texts: [text] })
  }
  return parts
}

function sentence(group: string): string {
  return group.charAt(0).toUpperCase() + group.slice(1)
}
