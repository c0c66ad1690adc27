/** `npm run build`: everything that the package ships, into `dist/`. */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { basename, isAbsolute, join, resolve, sep } from 'node:path'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { reachedFromEntries } from '../e2e/embed/reached.ts'
import { browserslist } from '../package.json'
import { licenseFile, notices } from '../vite.notices.ts'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

/** The oldest browsers that agents have, from the one list of them in package.json: `chrome 92` is `chrome92` here. */
const browsers = browserslist.map((browser) => browser.replace(' ', ''))

/**
 * What these browsers know of the language is ES2022 without static blocks, which nothing here has. Named one by one, the
 * compiler would also rewrite all private fields, at 1.2 kB, because of bugs in how they treat some that nothing here has
 * either. Chromium 92 runs what comes out (`npm run test:browsers`).
 */
const language = 'es2022'

/** What the two builds of modules share. As an entry of both, it is written twice and the same: with all its exports. */
const shared = 'src/ccc/index.ts'

/** Modules that other projects bundle: one file per source file, with their imports as they are. */
const entries = [
  shared,
  'src/index.ts',
  'src/element/index.ts',
  'src/element/define.ts',
  'src/frame/index.ts',
  'src/history/index.ts',
  'src/workbench/index.ts',
  'mocks/index.ts',
  'mocks/cloud/index.ts',
]

/**
 * Replacements in the scripts that pages load as they are, with everything inside: Preact for React, and React
 * Query's core for its hooks, which the picker does not use.
 */
const standIns = {
  'react-dom/client': 'preact/compat/client',
  'react-dom': 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  react: join(root, 'src/standalone/react.ts'),
  '@tanstack/react-query': '@tanstack/query-core',
}

/**
 * Parts that every QueryClient includes and a picker never uses, 1.6 kB in all. If their names change, the
 * script includes them again and exceeds its budget.
 */
const unused: Readonly<Record<string, string>> = {
  'mutationCache.js': 'export class MutationCache {}',
  'infiniteQueryBehavior.js':
    'export const infiniteQueryBehavior = undefined, hasNextPage = undefined, hasPreviousPage = undefined',
}
const withoutUnused: Plugin = {
  name: 'without-unused',
  enforce: 'pre',
  load: (id) => (id.includes('/query-core/') ? unused[basename(id)] : undefined),
}

/**
 * Has Chromium from 136 on compile all functions beside the page while the script arrives, not one by one while the page
 * waits. Some 400 run before the first key can be typed (https://v8.dev/blog/explicit-compile-hints).
 */
const compileAtOnce = '//# allFunctionsCalledOnLoad'

for (const part of [
  'src',
  'mocks',
  '_virtual',
  'frame',
  'outbound-number-picker.js',
  'style.css',
]) {
  rmSync(join(dist, part), { recursive: true, force: true })
}
await build(modules(entries))
// For Node, where a page's stand-ins for `process.env` and dynamic imports would be wrong.
await build(modules([shared, 'src/proxy/index.ts'], true))
await build(styleSheet())
await build(script('src/standalone/index.ts', 'outbound-number-picker.js'))
await build(script('src/frame/page.ts', 'frame/page.js'))
for (const file of ['index.html', 'page.css']) {
  cpSync(join(root, 'src/frame', file), join(dist, 'frame', file))
}
const tsc = spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
process.exitCode = tsc.status ?? 1
leaveOutWhatNobodyLoads()

/** The compiler also declares what only the inside of a module uses. */
function leaveOutWhatNobodyLoads(): void {
  const reached = reachedFromEntries(root)
  for (const folder of ['src', 'mocks']) {
    const files = readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((one) => /\.(js|d\.ts)$/.test(one))) {
      const path = `dist/${folder}/${file.replaceAll(sep, '/')}`
      if (!reached.has(path)) rmSync(join(root, path))
    }
  }
}

function into(dist: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: dist,
      emptyOutDir: false,
      sourcemap: true,
      target: language,
      cssTarget: browsers,
      // Also where code stays readable, a style sheet has to be compiled to what the browsers know.
      cssMinify: 'lightningcss',
    },
  }
}

function modules(input: readonly string[], ssr = false): InlineConfig {
  const config = into(dist)
  return {
    ...config,
    // As it is: whoever bundles a host says what it is built for. Vite would say so here.
    define: { 'process.env.NODE_ENV': 'process.env.NODE_ENV' },
    build: {
      ...config.build,
      ssr,
      // As readable as their sources, which their maps would be larger than.
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: [...input],
        external: isPackage,
        preserveEntrySignatures: 'strict',
        onLog: withoutDirectives,
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: root,
          // What is taken from package.json, the version, lies with the rest.
          entryFileNames: ({ name }) => (name === 'package.json' ? 'src/package.js' : '[name].js'),
        },
      },
    },
  }
}

/**
 * Hides messages about `'use client'`: separate modules keep it at their top, and scripts do not need it.
 */
function withoutDirectives(
  level: Rolldown.LogLevel,
  log: Rolldown.RolldownLog,
  next: Rolldown.LogOrStringHandler,
): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log)
}

function isPackage(id: string): boolean {
  return !id.startsWith('.') && !id.startsWith('\0') && !isAbsolute(id)
}

function styleSheet(): InlineConfig {
  const config = into(dist)
  return {
    ...config,
    build: {
      ...config.build,
      rolldownOptions: {
        input: 'src/picker/picker.css',
        output: { assetFileNames: 'style.css' },
      },
    },
  }
}

function script(entry: string, fileName: string): InlineConfig {
  const config = into(dist)
  return {
    ...config,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: standIns },
    plugins: [withoutUnused, notices()],
    build: {
      ...config.build,
      // It leaves less than the bundler's own minifier.
      minify: 'terser',
      // In ASCII, so that a page in another encoding shows the same words.
      terserOptions: { ecma: 2020, compress: { passes: 2 }, format: { ascii_only: true } },
      license: { fileName: licenseFile },
      rolldownOptions: { onLog: withoutDirectives, output: { postBanner: compileAtOnce } },
      lib: { entry, name: 'OutboundNumberPicker', formats: ['iife'], fileName: () => fileName },
    },
  }
}
