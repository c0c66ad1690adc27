import type { Envelope } from './envelope.ts'

/** Parameters as proxies expect them: keys in camelCase, what is undefined left out. */
export type ActionParameters = Readonly<Record<string, string | number | undefined>>

/** An action of the API: how its request is written and how its answer is understood. */
export interface Action<Request, Result> {
  name: string
  parameters: (request: Request) => ActionParameters
  /** @throws {CccError} code `UnreadableAnswer` when the answer makes no sense as a whole */
  read: (envelope: Envelope) => Result
}
