/**
 * React Query's part in the script: its core, and of its hooks the one that the picker uses. The
 * original also serves suspense, error boundaries and restored caches.
 */
import {
  notifyManager,
  type QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from '@tanstack/query-core'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'preact/compat'

export { QueryClient, skipToken } from '@tanstack/query-core'

/** What is known of a query now; a change of what is read of it renders anew. */
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
