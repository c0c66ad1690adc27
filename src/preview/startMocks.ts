import { setupWorker } from 'msw/browser'
import { createHandlers, type ProxyStyle } from '../../mocks/index.ts'

/** Answers the proxy's calls inside the browser. */
export async function startMocks(style: ProxyStyle): Promise<void> {
  const worker = setupWorker(...createHandlers({ style, latency: 150 }))
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  })
}
