import { setupWorker } from 'msw/browser'
import { createHandlers, proxyStyles } from '../mocks/index.ts'
import { endpointOf, instance } from '../src/preview/stories/clients.ts'

const worker = setupWorker(
  ...proxyStyles.flatMap((style) =>
    createHandlers({ endpoint: `*${endpointOf(style)}`, instance, style, latency: 150 }),
  ),
)
let started: Promise<void> | undefined

/** Answers for a proxy of each form inside the browser, at a path of its own. */
export async function startMocks(): Promise<void> {
  started ??= start()
  await started
}

async function start(): Promise<void> {
  if (!isSecureContext) {
    throw new Error(
      'The gallery is answered by a service worker, which browsers start only over HTTPS or on localhost.',
    )
  }
  // MSW's worker unregisters itself when its last page leaves. A page that comes in that moment, as a reload does, would
  // find a registration that is about to go, so each page makes its own.
  const left = await navigator.serviceWorker.getRegistration()
  await left?.unregister()
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    // Beside the gallery's own files, wherever these are served from.
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
  })
}
