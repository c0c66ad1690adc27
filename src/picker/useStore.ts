import { useSyncExternalStore } from 'react'
import type { StoreApi } from 'zustand/vanilla'

/** What a store holds now; a change of it renders anew. */
export function useStore<State>({ subscribe, getState, getInitialState }: StoreApi<State>): State {
  return useSyncExternalStore(subscribe, getState, getInitialState)
}
