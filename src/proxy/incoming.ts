import { browserGone } from './refusal.ts'

/** A request as the proxy reads it, through whichever server it came. */
export interface Incoming {
  method: string
  url: URL
  /** A header by its lowercase name. */
  header(name: string): string | undefined
  /**
   * The body, once all of it has arrived; null, without waiting for the rest, if it is longer than `limit` bytes.
   * Rejects if the browser leaves before.
   */
  text(limit: number): Promise<string | null>
  /** Calls back when the browser no longer waits, unless the returned function is called before. */
  whenGone(callback: () => void): () => void
  /** The same with the body left out, for a company's own `authenticate`. */
  request(): Request
}

/** Reads a web-standard request. */
export function incomingOf(request: Request): Incoming {
  const { signal } = request
  return {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name) ?? undefined,
    text: async (limit) => {
      const length = request.headers.get('content-length')
      if (Number(length) > limit) return null
      try {
        return await readText(request.body ?? [], limit)
      } catch {
        throw browserGone()
      }
    },
    whenGone(callback) {
      if (signal.aborted) callback()
      signal.addEventListener('abort', callback)
      return () => signal.removeEventListener('abort', callback)
    },
    request: () => request,
  }
}

/** The text of a body; null, without waiting for the rest, if it is longer than `limit` bytes. */
export async function readText(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    // Leaving the loop closes the body, whatever kind of stream it is.
    if (size > limit) return null
    pieces.push(piece)
  }
  return textOf(pieces)
}

const decoder = new TextDecoder()

/** The text that pieces of bytes make together, as UTF-8 without its mark. */
export function textOf(pieces: readonly Uint8Array[]): string {
  const [first, ...others] = pieces
  if (first === undefined) return ''
  return decoder.decode(others.length === 0 ? first : Buffer.concat(pieces))
}
