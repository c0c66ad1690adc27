/**
 * `npm run test:browsers`: the main job in every browser that agents have, with both builds of the package. It needs
 * what `npm run build` makes. One line for each test, and the last line counts them.
 *
 *     npm run test:browsers -- 92 firefox     only those whose names contain one of these
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Desk } from './desk.ts'
import type { Desktop, Launch } from './drivers/driver.ts'
import { type Engine, engines } from './engines.ts'
import { builds, type Site, serveSite } from './site.ts'
import { suites, type Test } from './suite.ts'

const pictures = resolve(import.meta.dirname, '../../test-results/browsers')
const wanted = process.argv.slice(2).map((word) => word.toLowerCase())
const chosen = engines.filter(({ name }) => {
  return wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word))
})
if (chosen.length === 0) {
  throw new Error(
    `No browser is named so. There are ${engines.map(({ name }) => name).join(', ')}.`,
  )
}

let passed = 0
let failed = 0
const untested: string[] = []
const say = (line: string) => process.stdout.write(`${line}\n`)

function count(problem: unknown, what: string): void {
  if (problem === null) {
    passed++
    say(`  ✓ ${what}`)
  } else {
    failed++
    say(`  ✗ ${what}\n      ${problem instanceof Error ? problem.message : problem}`)
  }
}

async function problemOf(act: () => Promise<void>): Promise<unknown> {
  try {
    await act()
    return null
  } catch (problem) {
    return problem
  }
}

async function testEngine(engine: Engine, site: Site): Promise<void> {
  say(`\n${engine.name}`)
  let launch: Launch
  try {
    launch = await engine.provide()
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : `${problem}`
    untested.push(`${engine.name}: ${reason}`)
    say('  !!! NOT TESTED')
    // On somebody's own machine it may be missing; nothing is merged without it.
    if (process.env.CI) count(problem, 'the browser can be had')
    return
  }
  for (const desktop of ['light', 'dark'] as const) {
    const problem = await problemOf(() => testOn(desktop, engine, launch, site))
    if (problem !== null) count(problem, `the browser runs on a ${desktop} desktop`)
  }
}

async function testOn(desktop: Desktop, engine: Engine, launch: Launch, site: Site) {
  const driver = await launch(desktop)
  try {
    if (!engine.version.test(driver.version)) throw new Error(`It is ${driver.version}.`)
    if (desktop === 'light') say(`  ${driver.version}`)
    for (const build of builds) {
      const desk = new Desk(driver, site, build)
      for (const test of suites[desktop]) {
        count(await problemOf(() => test.run(desk, build)), `${build}: ${test.sentence}`)
        if (test.picture) await keepPicture(desk, test, `${engine.name} ${build}`)
      }
    }
  } finally {
    await driver.close()
  }
}

/** Failed or not: the picture may say why. */
async function keepPicture(desk: Desk, { picture }: Test, name: string): Promise<void> {
  // WebKit draws a moment after it has laid out.
  await sleep(250)
  const file = `${name} ${picture}`.toLowerCase().replace(/[^a-z\d]+/g, '-')
  writeFileSync(join(pictures, `${file}.png`), await desk.screenshot())
}

if (wanted.length === 0) rmSync(pictures, { recursive: true, force: true })
mkdirSync(pictures, { recursive: true })
const site = await serveSite()
for (const engine of chosen) {
  const start = performance.now()
  await testEngine(engine, site)
  say(`  ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
await site.close()
for (const engine of untested) say(`\n!!! NOT TESTED: ${engine}`)
say(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
