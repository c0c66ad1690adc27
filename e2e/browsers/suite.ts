import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from './desk.ts'
import type { Desktop } from './drivers/driver.ts'
import { checkLooks } from './readable.ts'
import type { Build } from './site.ts'

export interface Test {
  sentence: string
  run: (desk: Desk, build: Build) => Promise<void>
  /** The test leaves a page that is worth a picture, by this name. */
  picture?: string
}

const customer = '13888888888'

/** In one line, so that the report has one for each test. */
function expectSame(what: string, actual: unknown, expected: unknown): void {
  const [is, shall] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== shall) throw new Error(`${what}: ${is} instead of ${shall}`)
}

/** The candidates for the customer, the nearest one selected. */
const seesCandidates = (desk: Desk) =>
  desk.sees('five candidates, the first one selected', ({ candidates, dialable }) => {
    return candidates.length === 5 && candidates[0]?.selected === true && dialable
  })

const seesSelected = (desk: Desk, position: number) =>
  desk.sees(`candidate ${position + 1} selected`, ({ candidates }) => {
    return candidates[position]?.selected === true
  })

/** Dials the second candidate, and tells its name. */
async function dialSecond(desk: Desk): Promise<string> {
  await seesCandidates(desk)
  await desk.press('ArrowDown')
  const { candidates } = await seesSelected(desk, 1)
  await desk.press('Enter')
  const name = candidates[1]?.name ?? ''
  await desk.sees('a call', ({ dialed }) => dialed.length > 0)
  // A second call would come at once.
  await sleep(200)
  const { dialed } = await desk.sees('a call', () => true)
  const calls = dialed.map(({ callee, caller }) => [callee, caller])
  expectSame('the calls', calls, [[customer, name.replace(/\D/g, '')]])
  return name
}

const lightDesktop: readonly Test[] = [
  {
    sentence: 'after a call, every global and built-in is as it was',
    run: async (desk, build) => {
      await desk.open()
      await desk.press(...customer)
      await dialSecond(desk)
      const { changed } = await desk.sees('the page', () => true)
      const own = build === 'script' ? ['window.OutboundNumberPicker'] : []
      expectSame('what changed', changed, own)
    },
  },
  {
    sentence: 'an agent types a number, goes down to the second caller, and Enter dials it once',
    run: async (desk) => {
      await desk.open()
      await desk.press(...customer)
      await dialSecond(desk)
    },
  },
  {
    sentence: 'an agent pastes a number over another one and dials',
    run: async (desk) => {
      await desk.open()
      await desk.press(...customer)
      await seesCandidates(desk)
      await desk.press('Control+a', 'Control+c', 'Backspace')
      await desk.sees('an empty field', ({ callee, candidates }) => {
        return callee === '' && candidates.length === 0
      })
      await desk.press('Control+v')
      await desk.sees('the number, in groups', ({ callee }) => callee === '138 8888 8888')
      await dialSecond(desk)
    },
  },
  {
    sentence: 'a group that is unticked is not picked from: the cloud is asked anew',
    run: async (desk) => {
      await desk.open()
      await desk.press(...customer)
      const { ticked } = await seesCandidates(desk)
      await desk.focusOn('[part=skill-groups] input')
      await desk.press(' ')
      await desk.sees('three groups, and a second pick', ({ ticked, picks }) => {
        return ticked.length === 3 && picks === 2
      })
      await desk.focusOn('[part=callee]')
      await desk.sees('new candidates', ({ dialable }) => dialable)
      await desk.press('Enter')
      const { dialed, unticked } = await desk.sees('a call', ({ dialed }) => dialed.length === 1)
      expectSame('the groups left out', unticked, ticked.slice(0, 1))
      expectSame('the number of groups', dialed[0]?.skillGroupIds.length, 3)
    },
  },
  {
    sentence: 'a guard refuses the call: the agent reads why, and nothing is dialed',
    run: async (desk) => {
      await desk.open({ refuse: true })
      await desk.press(...customer)
      await seesCandidates(desk)
      await desk.press('Enter')
      await desk.sees('the reason', ({ alert }) => alert.includes('该客户在免打扰名单中。'))
      await sleep(200)
      const { dialed } = await desk.sees('the reason', () => true)
      expectSame('the calls', dialed, [])
    },
  },
  {
    sentence: 'the caller that a customer saw last comes first after a reload, and says so',
    run: async (desk) => {
      await desk.open()
      await desk.press(...customer)
      const name = await dialSecond(desk)
      await desk.sees('a customer in the storage', ({ remembers }) => remembers)
      await desk.open({ again: true })
      await desk.press(...customer)
      const { candidates } = await seesCandidates(desk)
      expectSame('the first caller', candidates[0]?.name, `${name} 上次使用`)
    },
  },
  {
    sentence: 'without what Firefox 91 and Safari 15.4 lack, it looks and works as with it',
    run: async (desk) => {
      await desk.open({ lacking: true, theme: 'light' })
      await desk.press(...customer)
      const { looks } = await seesCandidates(desk)
      checkLooks(looks, 'light')
      await dialSecond(desk)
      await desk.sees('a customer in the storage', ({ remembers }) => remembers)
    },
  },
  ...(['light', 'dark'] as const).map((theme) => looksRight(theme, { theme })),
]

/** Where the agent's system is dark, the picker is so by itself. */
const darkDesktop: readonly Test[] = [looksRight('dark', {})]

function looksRight(theme: 'light' | 'dark', wishes: { theme?: 'light' | 'dark' }): Test {
  const how = wishes.theme ? `the theme "${theme}"` : `a ${theme} desktop`
  return {
    sentence: `with ${how}, everything can be seen and read`,
    picture: wishes.theme ? theme : `${theme}-desktop`,
    run: async (desk) => {
      await desk.open(wishes)
      await desk.press(...customer)
      const { looks } = await seesCandidates(desk)
      checkLooks(looks, theme)
    },
  }
}

export const suites: Readonly<Record<Desktop, readonly Test[]>> = {
  light: lightDesktop,
  dark: darkDesktop,
}
