import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import type { SkillGroup } from '../ccc/index.ts'
import type { ProxyClient } from '../client/index.ts'
import { skillGroupsQuery } from './queries.ts'
import type { PickerStore } from './store.ts'

export interface SkillGroupsOptions {
  client: ProxyClient
  instanceId?: string
  /** The agent, as in `agent@ccc-test`; the skill groups are loaded for this agent. */
  userId?: string
  /** The agent's skill groups, where the host knows them; nothing is loaded then. */
  skillGroups?: readonly SkillGroup[]
}

export interface SkillGroups {
  /** Whether the agent ticks groups of a list, or types their ids because there is no list. */
  source: 'list' | 'ids'
  /** Groups to tick; null while they are being loaded, and where ids are typed. */
  groups: readonly SkillGroup[] | null
  /** Ids of the groups that numbers are picked from. */
  chosenIds: readonly string[]
  /** Why the list could not be loaded. */
  error: Error | null
  choose: (ids: readonly string[]) => void
  toggle: (id: string) => void
  retry: () => void
}

const none: readonly string[] = []

/** The agent's skill groups: given by the host, else loaded, else typed as ids. */
export function useSkillGroups(
  store: PickerStore,
  queryClient: QueryClient,
  { client, instanceId, userId, skillGroups }: SkillGroupsOptions,
): SkillGroups {
  const chosen = useStore(store, (state) => state.chosenSkillGroupIds)
  const choose = useStore(store, (state) => state.chooseSkillGroups)
  const loaded = useQuery(
    skillGroupsQuery(client, skillGroups ? undefined : userId, instanceId),
    queryClient,
  )

  const error = loaded.isFetching ? null : loaded.error
  // A proxy that forbids the list must not keep the agent from working.
  const source = skillGroups || (userId && !error) ? 'list' : 'ids'
  const groups = skillGroups ?? loaded.data ?? null
  const listed = groups?.map(({ id }) => id) ?? none
  const ticked = chosen ? listed.filter((id) => chosen.includes(id)) : listed
  const chosenIds = source === 'list' ? ticked : (chosen ?? none)

  return {
    source,
    groups,
    chosenIds,
    error,
    choose,
    toggle: (id) => {
      choose(listed.filter((other) => (other === id) !== chosenIds.includes(other)))
    },
    retry: () => void loaded.refetch(),
  }
}
