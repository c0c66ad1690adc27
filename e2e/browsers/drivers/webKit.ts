import { createServer } from 'node:net'
import * as v from 'valibot'
import { startDisplay } from './display.ts'
import type { Desktop, Driver } from './driver.ts'
import { poll } from './poll.ts'
import { start } from './program.ts'
import { driveBy } from './webDriver.ts'

const session = v.object({
  sessionId: v.string(),
  capabilities: v.object({ browserVersion: v.string() }),
})
const answer = v.object({ value: v.unknown() })
const failure = v.object({ error: v.string(), message: v.string() })

/** Drives WebKitGTK through WebDriver over HTTP. It has no headless mode, so it gets a display of its own. */
export async function launchWebKit(path: string, desktop: Desktop): Promise<Driver> {
  const display = await startDisplay()
  const port = await freePort()
  const env = {
    DISPLAY: display.name,
    GTK_THEME: desktop === 'dark' ? 'Adwaita:dark' : 'Adwaita',
  }
  const { check, stop } = start(path, [`--port=${port}`], { env })
  let leave = async (): Promise<unknown> => undefined
  const close = async () => {
    // A session that has crashed is left already.
    await leave().catch(() => undefined)
    await stop()
    await display.stop()
  }
  try {
    const service = `http://127.0.0.1:${port}`
    await poll('WebKitWebDriver answers', () => {
      check()
      return request('GET', `${service}/status`).catch(() => undefined)
    })
    const options = { 'webkitgtk:browserOptions': { args: ['--automation'] } }
    const begun = await request('POST', `${service}/session`, {
      capabilities: { alwaysMatch: options },
    })
    const { sessionId, capabilities } = v.parse(session, begun)
    const address = `${service}/session/${sessionId}`
    leave = () => request('DELETE', address)
    // Nobody else gives the window a size: there is no window manager.
    await request('POST', `${address}/window/rect`, { width: 500, height: 800 })
    return { version: `WebKitGTK/${capabilities.browserVersion}`, close, ...drive(address) }
  } catch (error) {
    await close()
    throw error
  }
}

/** @param address of the session */
function drive(address: string): Omit<Driver, 'version' | 'close'> {
  return driveBy({
    navigate: (parameters) => request('POST', `${address}/url`, parameters),
    execute: (parameters) => request('POST', `${address}/execute/sync`, parameters),
    perform: (parameters) => request('POST', `${address}/actions`, parameters),
    screenshot: () => request('GET', `${address}/screenshot`),
  })
}

async function request(method: string, address: string, parameters?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    body: parameters ? JSON.stringify(parameters) : null,
    signal: AbortSignal.timeout(30_000),
  })
  const { value } = v.parse(answer, await response.json())
  if (response.ok) return value
  const { error, message } = v.parse(failure, value)
  throw new Error(`${error}: ${message}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0
      server.close(() => resolve(port))
    })
  })
}
