/**
 * Replaces React Query in the script: its core, and our version of the one hook that the picker uses. The
 * original hook also supports suspense, error boundaries and restored caches.
 */
import {
  notifyManager,
  type QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from '@tanstack/query-core'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'preact/compat'

export { QueryClient, skipToken } from '@tanstack/query-core'

/** The current result of a query; a change of a field that was read renders again. */
export function useQuery<Data>(options: QueryObserverOptions<Data>, client: QueryClient) {
  const wanted = client.defaultQueryOptions({ ...options, _optimisticResults: 'optimistic' })
  const [observer] = useState(() => new QueryObserver(client, wanted))
  const result = observer.getOptimisticResult(wanted)
  useEffect(() => observer.setOptions(wanted), [observer, wanted])
  const subscribe = useCallback(
    (onChange: () => void) => observer.subscribe(notifyManager.batchCalls(onChange)),
    [observer],
  )
  useSyncExternalStore(subscribe, () => observer.getCurrentResult())
  return observer.trackResult(result)
}
