/**
 * `npm run watch`: the unit tests, again after each change those that it concerns, and the gallery on port 6006, which shows it
 * at once. `npm run watch -- src/ccc` begins with that folder's tests and stays with them. The keys are Vitest's; when it quits,
 * the gallery does too.
 */
import { spawn } from 'node:child_process'

const gallery = spawn('npm', ['run', '--silent', 'storybook'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
// Not by npx, which would leave it behind.
const tests = spawn('node_modules/.bin/vitest', ['--watch', ...process.argv.slice(2)], {
  stdio: 'inherit',
})

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
