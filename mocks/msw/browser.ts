import type { HttpHandler } from 'msw'
import { type SetupWorker, setupWorker } from 'msw/browser'

export function createWorker(handlers: readonly HttpHandler[]): SetupWorker {
  return setupWorker(...handlers)
}
