import { expect, it } from 'vitest'
import { titlesOf } from './titleWalk.ts'

const texts = (source: string) => titlesOf('x.test.ts', source).map(({ text }) => text)

it('finds tests and their groups, whichever runner they are for', () => {
  const source = `
describe('a cloud', () => {
  test.describe('that is down', () => {
    it('is left alone', async () => {}, 30_000)
  })
})
export function hands(host) {
  test.describe(host.name, () => {
    test('a press dials once', async ({ page }) => {})
  })
}
test.use({ host })
// it('is no test', () => {})
`
  expect(titlesOf('x.test.ts', source)).toEqual([
    { groups: ['a cloud', 'that is down'], text: 'is left alone' },
    { groups: [], text: 'a press dials once' },
  ])
})

it('fills in the rows of a table, by position and by name', () => {
  const source = `
const faults: readonly Fault[] = [{ fault: 'a reset', status: 502, cloud: reset }]
it.each(faults)('$fault is answered with $status', async () => {})
it.each([['a page', page], ['a hang', hang]] as const)('%s is told', () => {})
it.each(['full', null])('storage holds %j', () => {})
describe.each([['nginx', start]])('behind %s', () => { it('goes on', () => {}) })
`
  expect(titlesOf('x.test.ts', source)).toEqual([
    { groups: [], text: 'a reset is answered with 502' },
    { groups: [], text: 'a page is told' },
    { groups: [], text: 'a hang is told' },
    { groups: [], text: 'storage holds "full"' },
    { groups: [], text: 'storage holds null' },
    { groups: ['behind nginx'], text: 'goes on' },
  ])
})

it('follows loops, and what they take apart', () => {
  const source = `
const most = 3
for (const { fault, code = 'none' } of [{ fault: 'a hang' }, { fault: 'a page', code: 'BadGateway' }]) {
  test(\`\${fault} has \${code}, \${most} times\`, () => {})
}
for (const [, title] of [['x', '超时']]) if (title) test(title, () => {})
`
  expect(texts(source)).toEqual([
    'a hang has none, 3 times',
    'a page has BadGateway, 3 times',
    '超时',
  ])
})

it('makes up nothing that only running the file would tell', () => {
  const source = `
it.each(imported)('$attack is refused', () => {})
for (const fault of faultsOf(cloud)) test(\`\${fault} is told\`, () => {})
test(named(), () => {})
`
  expect(texts(source)).toEqual([null, null, null])
})

it('refuses a file that it cannot parse', () => {
  expect(() => titlesOf('x.ts', "it('")).toThrow(/^x\.ts cannot be parsed: /)
})
