/**
 * `npm test`: lint, what nothing uses, types, unit tests, the proxy with a real Redis and real load balancers, and browser
 * tests of gallery and desktop and of the packed package. Servers and browser are found or installed.
 * The last lines name what failed and count the tests of all runners; a check that fails counts as one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { provideBrowser } from '../e2e/browser.ts'
import { provideServers } from '../e2e/proxy/servers.ts'

interface Tally {
  passed: number
  failed: number
  skipped: number
  /** What failed, one line each. */
  failures: string[]
}

/** A file of browser tests, or a group in it. */
interface Suite {
  specs: { title: string; ok: boolean; file: string; line: number }[]
  suites?: Suite[] | undefined
}

provideServers()

const reports = mkdtempSync(join(tmpdir(), 'reports-'))
const unitReport = join(reports, 'unit.json')
const browserReport = join(reports, 'browser.json')
const embedReport = join(reports, 'embed.json')

const tallies = [
  check('npm', ['run', 'lint']),
  check('npm', ['run', 'unused']),
  check('npm', ['run', 'types']),
  count(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    readUnitReport,
  ),
  browserTests('playwright.config.ts', browserReport),
  browserTests('playwright.embed.config.ts', embedReport),
]
rmSync(reports, { recursive: true })

const total = (key: 'passed' | 'failed' | 'skipped') => {
  return tallies.reduce((sum, tally) => sum + tally[key], 0)
}
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
const failures = tallies.flatMap((tally) => tally.failures.map((failure) => `✗ ${failure}\n`))
process.stdout.write(
  `\n${failures.join('')}${total('passed')} passed, ${total('failed')} failed${skipped}\n`,
)
process.exitCode = total('failed') === 0 ? 0 : 1

/** What counts as one failed test. */
function failure(what: string): Tally {
  return { passed: 0, failed: 1, skipped: 0, failures: [what] }
}

/** Runs a command and tells whether it succeeded. */
function run(command: string, parameters: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n$ ${command} ${parameters.join(' ')}\n`)
  const { status } = spawnSync(command, parameters, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

function check(command: string, parameters: readonly string[]): Tally {
  const tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
  return run(command, parameters) ? tally : failure([command, ...parameters].join(' '))
}

/** Runs tests and counts them; a runner that fails without a failed test has failed itself. */
function count(
  command: string,
  parameters: readonly string[],
  read: () => Tally,
  env?: NodeJS.ProcessEnv,
): Tally {
  const succeeded = run(command, parameters, env)
  const tally = read()
  if (succeeded || tally.failed > 0) return tally
  return { ...tally, failed: 1, failures: [`${command} ended badly: ${parameters.join(' ')}`] }
}

function browserTests(config: string, report: string): Tally {
  const parameters = ['playwright', 'test', '--config', config, '--reporter=list,json']
  return count('npx', parameters, () => readBrowserReport(report), {
    BROWSER_PATH: provideBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
}

function readUnitReport(): Tally {
  const schema = v.object({
    numPassedTests: v.number(),
    numFailedTests: v.number(),
    numPendingTests: v.number(),
    testResults: v.array(
      v.object({
        assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
      }),
    ),
  })
  const report = readReport(unitReport, schema)
  if (!report) return failure('the unit tests ended without a report')
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    failures: tests.filter((test) => test.status === 'failed').map((test) => test.fullName),
  }
}

function readBrowserReport(file: string): Tally {
  const suite: v.GenericSchema<Suite> = v.object({
    specs: v.array(
      v.object({ title: v.string(), ok: v.boolean(), file: v.string(), line: v.number() }),
    ),
    suites: v.optional(v.array(v.lazy(() => suite))),
  })
  const stats = v.object({
    expected: v.number(),
    unexpected: v.number(),
    flaky: v.number(),
    skipped: v.number(),
  })
  const report = readReport(file, v.object({ stats, suites: v.array(suite) }))
  if (!report) return failure('the browser tests ended without a report')
  const { expected, unexpected, flaky, skipped } = report.stats
  const failures = report.suites.flatMap(failedSpecs)
  return { passed: expected, failed: unexpected + flaky, skipped, failures }
}

function failedSpecs({ specs, suites = [] }: Suite): string[] {
  const own = specs.filter(({ ok }) => !ok)
  return [
    ...own.map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...suites.flatMap(failedSpecs),
  ]
}

/** Null where the runner ended before it wrote one. */
function readReport<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  return existsSync(file) ? v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))) : null
}
