import { setupWorker } from 'msw/browser'
import { createHandlers, proxyStyles } from '../mocks/index.ts'
import { endpointOf, instance } from '../src/preview/stories/clients.ts'

const worker = setupWorker(
  ...proxyStyles.flatMap((style) =>
    createHandlers({ endpoint: `*${endpointOf(style)}`, instance, style, latency: 150 }),
  ),
)
let started: Promise<unknown> | undefined

/** Answers for a proxy of each form inside the browser, at a path of its own. */
export async function startMocks(): Promise<void> {
  started ??= worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    // Beside the gallery's own files, wherever these are served from.
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
  })
  await started
}
