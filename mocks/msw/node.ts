import type { HttpHandler } from 'msw'
import { type SetupServer, setupServer } from 'msw/node'

export function createServer(handlers: readonly HttpHandler[]): SetupServer {
  return setupServer(...handlers)
}
