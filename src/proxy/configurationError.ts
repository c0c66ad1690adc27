/**
 * All the problems that keep the proxy from starting.
 *
 * @example
 * try {
 *   readConfig(process.env)
 * } catch (error) {
 *   if (error instanceof ConfigurationError) process.stderr.write(error.problems.join('\n'))
 * }
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  /** One sentence each: what is wrong and what to do. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}
