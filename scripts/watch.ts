/**
 * `npm run watch`: the unit tests of what is changed, again after each change, and the gallery on port 6006, which shows it at
 * once. What the tests' runner says about its keys applies; when it quits, the gallery does too.
 */
import { spawn } from 'node:child_process'

const gallery = spawn('npm', ['run', '--silent', 'storybook'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
const tests = spawn('node_modules/.bin/vitest', ['--changed'], { stdio: 'inherit' })

tests.once('exit', (code) => {
  gallery.kill()
  process.exitCode = code ?? 1
})
// Both get it too, from the terminal: this ends when they have.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {
  tests.kill()
  gallery.kill()
})
