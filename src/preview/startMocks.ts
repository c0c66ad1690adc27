import { createHandlers, type ProxyStyle } from '../../mocks/index.ts'
import { createWorker } from '../../mocks/msw/browser.ts'

/** Answers the proxy's calls inside the browser. */
export async function startMocks(style: ProxyStyle): Promise<void> {
  const worker = createWorker(createHandlers({ style, latency: 150 }))
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  })
}
