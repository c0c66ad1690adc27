import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listSkillLevelsOfUser, type SkillGroup } from '../ccc/index.ts'
import type { Memory } from './memory/index.ts'
import { type Asker, listQuery } from './queries.ts'
import type { PickerStore } from './store.ts'
import { useStore } from './useStore.ts'

export interface SkillGroups {
  /** Whether the agent ticks groups of a list, or types their ids because there is no list. */
  source: 'list' | 'ids'
  /** Groups to tick; null while they are loading, or if ids are typed instead. */
  groups: readonly SkillGroup[] | null
  /** Ids of the groups that numbers are picked from. */
  chosenIds: readonly string[]
  /** Why the list could not be loaded. */
  error: Error | null
  choose: (ids: readonly string[]) => void
  /** Ids as typed, separated by blanks, commas or semicolons; they take effect once chosen. */
  typedIds: string
  typeIds: (text: string) => void
  /** Chooses the typed ids, as on Enter or when the field loses focus. */
  chooseTyped: () => void
  toggle: (id: string) => void
  retry: () => void
}

const none: readonly string[] = []

/** The agent's skill groups: given by the host, else loaded, else typed as ids. */
export function useSkillGroups(
  store: PickerStore,
  queryClient: QueryClient,
  asker: Asker,
  given: readonly SkillGroup[] | undefined,
  memory: Memory | null,
): SkillGroups {
  const loaded = useQuery(listQuery(asker, listSkillLevelsOfUser, given ? null : {}), queryClient)

  const error = loaded.isFetching ? null : loaded.error
  // A proxy that forbids the list must not keep the agent from working.
  const source = given || (asker.userId && !error) ? 'list' : 'ids'
  const outOf = JSON.stringify([source, asker.instanceId, asker.userId])
  const { chosenSkillGroups: last, typedSkillGroupIds: typedIds } = useStore(store)
  const chosen = last?.outOf === outOf ? last.ids : null
  const choose = (ids: readonly string[]) => store.setState({ chosenSkillGroups: { outOf, ids } })
  const groups = given ?? loaded.data?.filter(({ voice }) => voice) ?? null
  const listed = groups?.map(({ id }) => id) ?? none
  // As they were at first: what the agent ticks from now on is remembered for the next time.
  const rememberedIds = useMemo(() => memory?.getState().skillGroupIds, [memory])
  const remembered = rememberedIds?.filter((id) => listed.includes(id))
  const ticked = chosen ?? (remembered?.length ? remembered : listed)
  const chosenIds =
    source === 'list' ? listed.filter((id) => ticked.includes(id)) : (chosen ?? none)

  return {
    source,
    groups,
    chosenIds,
    error,
    choose,
    typedIds,
    typeIds: (typedSkillGroupIds) => {
      store.setState({ typedSkillGroupIds })
      // Half-typed ids choose nothing.
      choose([])
    },
    chooseTyped: () => choose([...new Set(typedIds.split(/[\s,，;；、]+/).filter(Boolean))]),
    toggle: (id) => {
      const ids = listed.filter((other) => (other === id) !== chosenIds.includes(other))
      choose(ids)
      if (memory?.getState().enabled) memory.setState({ skillGroupIds: ids })
    },
    retry: () => void loaded.refetch(),
  }
}
