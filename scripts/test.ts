/**
 * `npm test`: lint, types, unit tests, the proxy with a real Redis and real load balancers, and browser tests of the
 * preview and of the packed package. Servers and browser are found or installed.
 * The last line counts the tests of both runners; a check that fails counts as one.
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
}

provideServers()

const reports = mkdtempSync(join(tmpdir(), 'reports-'))
const unitReport = join(reports, 'unit.json')
const browserReport = join(reports, 'browser.json')
const embedReport = join(reports, 'embed.json')

const tallies = [
  check('npm', ['run', 'lint']),
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

const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed${skipped}\n`)
process.exitCode = total('failed') === 0 ? 0 : 1

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
  return { passed: 0, failed: run(command, parameters) ? 0 : 1, skipped: 0 }
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
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 }
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
  })
  const report = readReport(unitReport, schema)
  return report
    ? {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests,
      }
    : { passed: 0, failed: 1, skipped: 0 }
}

function readBrowserReport(report: string): Tally {
  const schema = v.object({
    stats: v.object({
      expected: v.number(),
      unexpected: v.number(),
      flaky: v.number(),
      skipped: v.number(),
    }),
  })
  const stats = readReport(report, schema)?.stats
  return stats
    ? { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
    : { passed: 0, failed: 1, skipped: 0 }
}

/** Null where the runner ended before it wrote one. */
function readReport<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  return existsSync(file) ? v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))) : null
}
