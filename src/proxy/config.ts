import * as v from 'valibot'
import { readOrigin } from './address.ts'
import { ConfigurationError } from './configurationError.ts'
import { accessKeyProblems } from './credentials.ts'
import { endpointOfRegion, proxyDefaults } from './handler.ts'

/** What the program takes from its environment; a part of what `startProxy` takes. */
export interface Config {
  /** `PORT`, 0 for any free one. Default 8787. */
  port: number
  /** `HOST`, the address to listen on. Default 127.0.0.1: this machine alone. */
  host: string
  /** `CCC_INSTANCE_ID`, required. */
  instanceId: string
  /** `CCC_REGION_ID`. Default cn-shanghai. */
  regionId: string
  /** `CCC_ENDPOINT`, an origin. Default: the region's own. */
  endpoint: string
  /** `PROXY_ALLOWED_ORIGINS`, separated by commas. Default none. */
  allowedOrigins: readonly string[]
  /** `PROXY_TIMEOUT_MS`, milliseconds for a whole call to the cloud. Default 8000. */
  timeout: number
}

function problem(name: string, remedy: string) {
  return ({ input }: { input: unknown }) => {
    if (input === undefined) return `${name} is not set: ${remedy}`
    const value = String(input)
    return `${name} is ${JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value)}: ${remedy}`
  }
}

function matching(name: string, pattern: RegExp, remedy: string) {
  const message = problem(name, remedy)
  return v.pipe(v.string(message), v.regex(pattern, message))
}

function integer(name: string, from: number, to: number, remedy: string) {
  const message = problem(name, remedy)
  return v.pipe(
    v.string(message),
    v.check(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to,
      message,
    ),
    v.transform(Number),
  )
}

function origin(name: string, remedy: string) {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const found = readOrigin(dataset.value)
      if (found !== null) return found
      addIssue({ message: problem(name, remedy)({ input: dataset.value }) })
      return NEVER
    }),
  )
}

const variables = v.object({
  PORT: v.optional(
    integer('PORT', 0, 65535, 'set a whole number from 0 (any free port) to 65535.'),
    '8787',
  ),
  HOST: v.optional(
    matching('HOST', /^[\w.:-]+$/, 'set an IP address or a host name, as in 127.0.0.1.'),
    '127.0.0.1',
  ),
  CCC_INSTANCE_ID: matching(
    'CCC_INSTANCE_ID',
    /^[\w.-]+$/,
    'set the ID of your call center instance, as in ccc-test.',
  ),
  CCC_REGION_ID: v.optional(
    matching('CCC_REGION_ID', /^[a-z]+(?:-[a-z0-9]+)+$/, 'set a region ID, as in cn-shanghai.'),
    proxyDefaults.regionId,
  ),
  CCC_ENDPOINT: v.optional(
    origin(
      'CCC_ENDPOINT',
      'set http:// or https://, a host and nothing after it, as in ' +
        `${endpointOfRegion(proxyDefaults.regionId)}, or leave it out.`,
    ),
  ),
  PROXY_ALLOWED_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').map((one) => one.trim())),
      v.filterItems((one) => one !== ''),
      v.array(
        origin(
          'PROXY_ALLOWED_ORIGINS',
          'write each origin as a browser does, as in https://desk.example.com, with commas between.',
        ),
      ),
    ),
    '',
  ),
  PROXY_TIMEOUT_MS: v.optional(
    integer('PROXY_TIMEOUT_MS', 1, 120_000, 'set milliseconds, a whole number from 1 to 120000.'),
    String(proxyDefaults.timeout),
  ),
})

/**
 * Reads the configuration from environment variables; what is empty counts as not set.
 *
 * @throws {ConfigurationError} with every problem there is, access key included
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.keys(variables.entries).map((name) => [name, env[name]?.trim() || undefined])
  const found = v.safeParse(variables, Object.fromEntries(set))
  const problems = [
    ...(found.issues ?? []).map(({ message }) => message),
    ...accessKeyProblems(env),
  ]
  if (!found.success || problems.length > 0) throw new ConfigurationError(problems)

  const { output } = found
  return {
    port: output.PORT,
    host: output.HOST,
    instanceId: output.CCC_INSTANCE_ID,
    regionId: output.CCC_REGION_ID,
    endpoint: output.CCC_ENDPOINT ?? endpointOfRegion(output.CCC_REGION_ID),
    allowedOrigins: output.PROXY_ALLOWED_ORIGINS,
    timeout: output.PROXY_TIMEOUT_MS,
  }
}
