/** All the problems that keep the proxy from starting. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  /** One sentence each: what is wrong and what to do. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}
