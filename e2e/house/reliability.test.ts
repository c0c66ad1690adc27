import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reliability } from './reliability.ts'

const readFile = (path: string) => readFileSync(path, 'utf8')

it('docs/reliability.md says what the titles of the tests say; if not, npm run docs mends it', () => {
  expect(readFile('docs/reliability.md')).toBe(reliability(readFile))
})

it('a title that changes changes the document', () => {
  const changed = reliability((path) =>
    path === 'e2e/problems.spec.ts' ? "test('a comet is seen', () => {})" : readFile(path),
  )
  expect(changed).toContain('`e2e/problems.spec.ts`\n\n- a comet is seen\n')
})

it('a group that is gone is named', () => {
  const emptied = (path: string) => (path.endsWith('breaker.test.ts') ? '' : readFile(path))
  expect(() => reliability(emptied)).toThrow(/breaker\.test\.ts has no group "a breaker"/)
})

it('a title that cannot be read is not left out', () => {
  const unread = (path: string) =>
    path === 'e2e/problems.spec.ts' ? 'test(titleOf(1), () => {})' : readFile(path)
  expect(() => reliability(unread)).toThrow(/problems\.spec\.ts has a title that only running/)
})
