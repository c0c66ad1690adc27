import type { CccEnvelope } from './envelope.ts'

/** Parameters as proxies expect them: keys in camelCase, without those that are undefined. */
export type CccActionParameters = Readonly<Record<string, string | number | undefined>>

/** An action of the API: how its request is written and how its answer is read. */
export interface CccAction<Request, Result> {
  /** As the API names it, such as `PickOutboundNumbers`. */
  name: string
  /** Writes a request as the API wants it. */
  parameters: (request: Request) => CccActionParameters
  /**
   * Reads the answer.
   *
   * @throws {CccError} code `UnreadableAnswer` if the answer as a whole cannot be read
   */
  read: (envelope: CccEnvelope) => Result
}
