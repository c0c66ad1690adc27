import { useSyncExternalStore } from 'react'
import type { StoreApi } from 'zustand/vanilla'

/** The current state of a store; a change renders the component again. */
export function useStore<State>({ subscribe, getState, getInitialState }: StoreApi<State>): State {
  return useSyncExternalStore(subscribe, getState, getInitialState)
}
