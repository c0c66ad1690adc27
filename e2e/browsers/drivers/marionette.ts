import { connect } from 'node:net'
import { Exchange } from './exchange.ts'

export interface Marionette {
  send: (name: string, parameters: object) => Promise<unknown>
  close: () => void
}

/** Each message is its length in bytes, a colon, and JSON: `[0, id, name, parameters]`, or `[1, id, error, result]`. */
export function connectMarionette(port: number): Marionette {
  const exchange = new Exchange()
  const socket = connect(port, '127.0.0.1')
  let unread = Buffer.alloc(0)
  socket.on('error', ({ message }) => exchange.end(message))
  socket.on('close', () => exchange.end('Firefox has closed the connection'))
  socket.on('data', (data) => {
    unread = Buffer.concat([unread, data])
    for (;;) {
      const start = unread.indexOf(':') + 1
      const end = start + Number(unread.subarray(0, start - 1))
      if (start === 0 || unread.length < end) return
      const message = JSON.parse(unread.subarray(start, end).toString())
      unread = unread.subarray(end)
      // The first message is a greeting, and no answer.
      if (!Array.isArray(message)) continue
      const [, id, error, result] = message
      exchange.answer(id, error?.message ?? null, result)
    }
  })
  return {
    send: (name, parameters) =>
      exchange.ask(name, (id) => {
        const message = JSON.stringify([0, id, name, parameters])
        socket.write(`${Buffer.byteLength(message)}:${message}`)
      }),
    close: () => socket.destroy(),
  }
}
