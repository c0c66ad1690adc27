import type { Entry, PublicName } from './reference.ts'

/** Links between names, from the page of one entry. */
export interface Links {
  /** Whether a name is explained on this page; it is explained at the first entry that exports it. */
  isHome: (one: PublicName) => boolean
  /** Links to public names, by their ids, on one line. */
  to: (ids: readonly number[]) => string
  /** Text in which `{@link Name}` leads there; a name that is not public stands for itself. */
  inText: (text: string) => string
}

/** The file of an entry's page: `outbound-number-picker/mocks/cloud` stands in `mocks-cloud.md`. */
export function pageOf({ path }: Entry): string {
  const [, ...parts] = path.split('/')
  return `${parts.join('-') || 'picker'}.md`
}

export function createLinks(entry: Entry, entries: readonly Entry[]): Links {
  const homes = new Map<number, { name: string; home: Entry }>()
  for (const home of entries) {
    for (const { id, name } of home.names) if (!homes.has(id)) homes.set(id, { name, home })
  }
  const sorted = [...homes.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'))

  function link({ name, home }: { name: string; home: Entry }): string {
    return `[${name}](${home === entry ? '' : pageOf(home)}#${name.toLowerCase()})`
  }

  return {
    isHome: ({ id }) => homes.get(id)?.home === entry,
    to: (ids) => {
      const wanted = new Set(ids.map((id) => homes.get(id)))
      return sorted
        .filter((one) => wanted.has(one))
        .map(link)
        .join(' · ')
    },
    inText: (text) =>
      text.replace(/\{@link (\w+)\}/g, (_, name: string) => {
        const found = sorted.find((one) => one.name === name)
        return found ? link(found) : name
      }),
  }
}
