/**
 * What the oldest browsers lack and this project uses all the same, each where it does without if need be. The types of
 * 2021 that `src/tsconfig.floor.json` checks against do not know it; anything newer that is not named here is an error.
 */

/** The reason of an abort; without it, an `AbortError` takes its place (`client/within.ts`). */
interface AbortController {
  abort(reason?: unknown): void
}

interface AbortSignal {
  readonly reason: unknown
}

/** Style sheets made in a script; without them, an element holds the rules (`element/styleSheet.ts`). */
interface CSSStyleSheet {
  replaceSync(text: string): void
}

/** Web Locks; without them, a change is written at once (`picker/memory/storage.ts`). */
interface Navigator {
  readonly locks: { request(name: string, callback: () => unknown): Promise<unknown> }
}

declare module '*.css?inline' {
  const css: string
  export default css
}
