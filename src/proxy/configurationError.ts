/** What keeps the proxy from starting, all of it at once. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  /** A sentence each: what is wrong and what to do. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}
