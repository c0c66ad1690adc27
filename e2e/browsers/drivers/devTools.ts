import { Readable, Writable } from 'node:stream'
import { browserArguments } from '../../browser.ts'
import { Exchange } from './exchange.ts'
import { start } from './program.ts'

/** @param sessionId of the page that a command is for; without it, it is for the browser */
export type Send = (method: string, parameters?: object, sessionId?: string) => Promise<unknown>

/**
 * Starts a Chromium that takes commands of the DevTools protocol. They go through two pipes, each message ended by a
 * zero, so that no port has to be free.
 */
export function startChromium(
  path: string,
  profile: string,
): { send: Send; stop: () => Promise<void> } {
  const exchange = new Exchange()
  const parameters = [
    '--headless',
    '--in-process-gpu',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--window-size=500,800',
    ...browserArguments,
  ]
  const onEnd = (why: string) => exchange.end(why)
  const { process, stop } = start(path, parameters, { pipes: 2, onEnd })
  const [, , , input, output] = process.stdio
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error('no pipes')
  // A browser that ends says so by itself; the write that fails then says nothing more.
  input.on('error', () => {})
  let unread = ''
  output.setEncoding('utf8').on('data', (data) => {
    const messages = `${unread}${data}`.split('\0')
    unread = messages.pop() ?? ''
    for (const message of messages) {
      const { id, error, result } = JSON.parse(message)
      // The others are events, and none is needed.
      if (id !== undefined) exchange.answer(id, error?.message ?? null, result)
    }
  })
  const send: Send = (method, parameters = {}, sessionId) =>
    exchange.ask(method, (id) => {
      input.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`)
    })
  return { send, stop }
}
