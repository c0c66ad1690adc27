import { CccError, type CccErrorFields } from '../ccc/index.ts'

/** A refusal with additional headers, such as `Retry-After`. */
export class Refusal extends CccError {
  readonly headers: Readonly<Record<string, string>>
  /** Why, for the log, if the code does not say it: in the proxy's own words, without anything that was sent. */
  readonly reason: string | undefined

  constructor(fields: CccErrorFields, headers: Readonly<Record<string, string>>, reason?: string) {
    super(fields)
    this.headers = headers
    this.reason = reason
  }
}

/** A request that does not follow the protocol: HTTP 400. The message says what to send instead. */
export function badRequest(message: string): CccError {
  return new CccError({ code: 'BadRequest', message, httpStatus: 400 })
}

/** A request that is too long: HTTP 413. */
export function tooLarge(limit: number): CccError {
  const message = `The request is longer than ${limit} bytes.`
  return new CccError({ code: 'RequestTooLarge', message, httpStatus: 413 })
}

/** An answer of the cloud that cannot be understood: HTTP 502. */
export function unreadableAnswer(message: string, requestId: string): CccError {
  return new CccError({ code: 'UnreadableAnswer', message, requestId, httpStatus: 502 })
}

/** The browser left before it was answered. Nobody reads this answer; logs get its own status. */
export function browserGone(): CccError {
  const message = 'The browser closed the connection before it was answered.'
  return new CccError({ code: 'ConnectionLost', message, httpStatus: 499 })
}

/** Asks a function of the company's own; what it throws becomes an answer, which a `CccError` is already. */
export async function unlessFailed<Result>(
  work: () => Result | Promise<Result>,
  failed: (cause: unknown) => CccError,
): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof CccError ? cause : failed(cause)
  }
}
