import type { Duplex } from 'node:stream'
import { CccError } from '../../ccc/index.ts'
import { refusalAnswer } from '../outgoing.ts'
import { badRequest } from '../refusal.ts'

/** Maximum bytes of a request's headers, including a token and cookies. */
export const HEADER_LIMIT = 16 * 1024

/** Answers what never became a request, in the same envelope as everything else. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const refusal = whyRefused(error.code)
  const { status, headers, body } = refusalAnswer(refusal, { Connection: 'close' })
  const lines = Object.entries({ ...headers, 'Content-Length': Buffer.byteLength(body) })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${refusal.code}\r\n${head}\r\n${body}`, () => socket.destroy())
}

function whyRefused(code: string | undefined): CccError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const message = `The headers of the request are longer than ${HEADER_LIMIT} bytes.`
    return new CccError({ code: 'RequestTooLarge', message, httpStatus: 431 })
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const message = 'The request did not arrive in time.'
    return new CccError({ code: 'Timeout', message, httpStatus: 408 })
  }
  return badRequest('The request is not one of HTTP/1.1.')
}
