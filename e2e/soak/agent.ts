import { enUS, formatNumber, type Messages } from '../../src/index.ts'
import { calleeOf, type Pick } from './day.ts'
import type { Desk } from './desk.ts'
import type { Outcome } from './faults.ts'
import type { Happened } from './page.ts'
import type { Tally } from './tally.ts'

/** A promise that was not kept, in a sentence. */
class Broken extends Error {}

/**
 * Works through one customer as the plan says, and sees to it that all promises are kept: a call that was to be made is
 * made once, no other is, and what is dialed was on the screen.
 *
 * @throws {Broken} where one is not
 */
export async function work(desk: Desk, pick: Pick, position: number, tally: Tally): Promise<void> {
  const { page } = desk
  const { opensAnew, ...host } = pick.host
  await desk.host({ ...host, dialDisabled: false, ...(opensAnew && { opened: position }) })
  if (opensAnew) await desk.hasGroups()
  if (opensAnew) tally.count('the host', 'opened the picker anew')
  if (host.maskCallee) tally.count('the host', 'masked the number')
  if (host.locale === 'en-US') tally.count('the host', 'spoke English')
  if (host.aborts === 'ignores') tally.count('the host', 'had a transport that ends no request')

  await ask(desk, pick, position, tally)
  const outcome = pick.fault?.outcome ?? 'callers'
  await desk.sees(outcome)
  if (pick.fault)
    tally.count('in the way → what the agent saw', `${pick.fault.name} → ${asRead(outcome)}`)

  if (outcome !== 'callers') {
    await pressInVain(desk, tally)
    // What the cloud does about this customer stays.
    if (!pick.fault || !('meet' in pick.fault)) return
    desk.put(null)
    await retry(desk, pick)
    tally.count('the agent', 'tried again what had failed')
    await desk.sees('callers')
  }

  await choose(desk, pick, tally)
  await desk.isQuiet()
  await press(desk, pick, tally)
  const isCalled = await follow(desk, pick, position, tally)
  await desk.hasSettled()
  await expectCalls(desk, isCalled ? 1 : 0, tally)
  if (isCalled) await endCall(desk, pick, tally)
  await page.mouse.move(0, 0)
}

function asRead(outcome: Outcome): string {
  if (outcome === 'callers') return 'callers'
  return outcome === 'nothing' ? enUS.nothingFound : enUS.problems[outcome].title
}

/** The number reaches the field, and what the plan says happens until the answer is there. */
async function ask(desk: Desk, pick: Pick, position: number, tally: Tally): Promise<void> {
  const { page, picker } = desk
  const callee = calleeOf(pick, position)
  // Nothing would be asked for a number that is already there.
  if (callee === desk.callee) await desk.picker.callee.fill('')
  desk.put(pick.fault)
  tally.count('the agent', pick.way)
  if (pick.meanwhile === 'nothing') return enter(desk, pick, callee)

  tally.count('while an answer was on its way, the agent', pick.meanwhile)
  if (pick.meanwhile === 'is offline') {
    await desk.offline(true)
    await enter(desk, pick, callee)
    const isMet = pick.fault !== null && 'meet' in pick.fault
    // Without a network there is nothing in which anything else could go wrong.
    if (!isMet) await desk.sees('connection')
    await desk.offline(false)
    if (!isMet) await retry(desk, pick)
    return
  }

  desk.hold()
  if (pick.meanwhile === 'another number first') {
    await picker.paste('13988889999')
    await page.waitForFunction(() => document.querySelector('.onp-skeleton') !== null)
  }
  await enter(desk, pick, callee)
  if (pick.meanwhile === 'ticks a group') await tickAnother(desk, pick)
  if (pick.meanwhile === 'presses Enter') await page.keyboard.press('Enter')
  if (pick.meanwhile === 'looks at another tab') await desk.show('hidden')
  desk.letGo()
  if (pick.meanwhile === 'looks at another tab') {
    await desk.hasSettled()
    await desk.show('visible')
  }
}

async function enter(desk: Desk, { way }: Pick, callee: string): Promise<void> {
  const { page, picker } = desk
  desk.callee = callee
  switch (way) {
    case 'pastes a number':
      return picker.paste(callee)
    case 'pastes a number written with +86':
      return picker.paste(`+86 ${formatNumber(callee).replace(/^0/, '')}`)
    case 'types a number':
      await picker.callee.selectText()
      return page.keyboard.type(callee)
    case 'clicks a number to dial':
      return page.evaluate((callee) => window.day.clickToDial(callee), callee)
  }
}

/** Ticks or unticks a group, but not the last one. */
async function tickAnother({ picker }: Desk, { die }: Pick): Promise<void> {
  const boxes = await picker.skillGroups.getByRole('checkbox').all()
  const ticked = await Promise.all(boxes.map((box) => box.isChecked()))
  const free = boxes.filter((_, at) => !ticked[at] || ticked.filter(Boolean).length > 1)
  await free[die % free.length]?.click()
}

/** There is nothing to dial, so whatever the agent presses dials nothing. */
async function pressInVain(desk: Desk, tally: Tally): Promise<void> {
  await desk.picker.dial.focus()
  await desk.page.keyboard.press('Enter')
  await desk.picker.dial.click({ force: true })
  await desk.page.mouse.move(0, 0)
  await desk.hasSettled()
  tally.count('the agent', 'pressed Dial where nothing could be dialed')
  await expectCalls(desk, 0, tally)
}

/** By the button or by Enter; the picker may just be trying again by itself. */
async function retry({ page, picker }: Desk, { die }: Pick): Promise<void> {
  if (die % 2 === 0) await picker.retry.click()
  else await picker.callee.press('Enter')
  await page.mouse.move(0, 0)
}

async function choose(desk: Desk, pick: Pick, tally: Tally): Promise<void> {
  const { page, picker, words } = desk
  const { choice, die } = pick
  tally.count('callers were chosen', choice)
  switch (choice) {
    case 'the first':
      return
    case 'by arrows':
      await picker.callee.focus()
      for (let step = 0; step <= die % 4; step++) await page.keyboard.press('ArrowDown')
      return
    case 'by Alt and a digit':
      await picker.callee.focus()
      return page.keyboard.press(`Alt+${1 + (die % 5)}`)
    case 'from all numbers': {
      // They are still open if it is the same customer once more.
      const isOpen = await page.getByRole('searchbox').isVisible()
      if (!isOpen) await page.getByRole('button', { name: words.allNumbers }).click()
      await desk.sees('callers')
      return picker.radios.nth(die % (await picker.radios.count())).check()
    }
    case 'after more': {
      const more = page.getByRole('button', { name: words.more })
      if (!(await more.isVisible())) return
      const answered = page.waitForResponse((response) => response.url().includes('action=Pick'))
      await more.click()
      await (await answered).finished()
      return desk.hasSettled()
    }
    case 'after a pin':
      return page.getByRole('button', { name: words.pin }).click()
    case 'after other groups':
      await tickAnother(desk, pick)
      return desk.sees('callers')
    case 'after another tab':
      await desk.show('hidden')
      await desk.hasSettled()
      return desk.show('visible')
    case 'once it may':
      await desk.host({ dialDisabled: true })
      await pressInVain(desk, tally)
      return desk.host({ dialDisabled: false })
  }
}

async function press({ page, picker }: Desk, { press }: Pick, tally: Tally): Promise<void> {
  tally.count('Dial was pressed by', press)
  switch (press) {
    case 'Enter':
      return picker.callee.press('Enter')
    case 'Enter twice':
      await picker.callee.focus()
      // At once, also where the machine is slow: a second Enter that comes later is another press.
      await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])
      return
    case 'a click':
      return picker.dial.click()
    case 'a double click':
      return picker.dial.dblclick()
    case 'the space bar':
      return picker.dial.press(' ')
  }
}

/** What becomes of the press; returns whether a call is made. */
async function follow(desk: Desk, pick: Pick, position: number, tally: Tally): Promise<boolean> {
  const { page, picker, words } = desk
  const { guard } = pick.host
  tally.count('the guard', guard)
  switch (guard) {
    case 'none':
    case 'passes':
      return true
    case 'is slow': {
      const isTakenBack = await change(desk, pick, position, tally)
      await page.evaluate(() => window.day.decide(true))
      return !isTakenBack
    }
    case 'warns':
      return answer(desk, pick, tally)
    case 'refuses':
    case 'rejects':
      await picker.alert.filter({ hasText: words.refused }).waitFor()
      return false
    case 'never answers':
      await picker.alert.filter({ hasText: words.unchecked.title }).waitFor()
      return false
  }
}

/** The agent changes their mind while the guard checks; returns whether that takes the call back. */
async function change(desk: Desk, pick: Pick, position: number, tally: Tally): Promise<boolean> {
  const { page, picker } = desk
  tally.count('while the guard checked, the agent turned to', pick.change)
  switch (pick.change) {
    case 'nothing':
      return false
    case 'another tab':
      await desk.show('hidden')
      await desk.hasSettled()
      await desk.show('visible')
      return false
    case 'another number':
      desk.put(null)
      await enter(
        desk,
        { ...pick, way: 'pastes a number' },
        calleeOf({ ...pick, fault: null }, position + 1),
      )
      return true
    case 'another caller': {
      const before = await picker.callers.locator('input:checked').getAttribute('aria-label')
      await picker.callee.press('ArrowDown')
      const now = await picker.callers.locator('input:checked').getAttribute('aria-label')
      return before !== now
    }
    case 'other groups':
      await tickAnother(desk, pick)
      return true
    case 'Esc':
      await page.keyboard.press('Escape')
      return true
  }
}

/** The agent answers a warning; returns whether that makes the call. */
async function answer({ page, words }: Desk, pick: Pick, tally: Tally): Promise<boolean> {
  tally.count('warned, the agent', pick.answer)
  const button = (name: keyof Messages & ('dialAnyway' | 'cancel')) =>
    page.getByRole('button', { name: words[name], exact: true, disabled: false })
  await button('dialAnyway').waitFor()
  switch (pick.answer) {
    case 'confirms':
      await button('dialAnyway').click()
      return true
    case 'confirms by Enter':
      await button('dialAnyway').press('Enter')
      return true
    case 'cancels':
      await button('cancel').click()
      return false
    case 'takes it back by Esc':
      await page.keyboard.press('Escape')
      return false
  }
}

/** So many calls are made, each of them right. */
async function expectCalls(desk: Desk, wanted: 0 | 1, tally: Tally): Promise<void> {
  const { page, account } = desk
  if (wanted === 1) {
    await page
      .waitForFunction(() => window.day.dials.length > 0)
      .catch(() => {
        throw new Broken('The agent pressed Dial, nothing was in the way, and nothing was dialed.')
      })
  }
  const { presses, dials }: Happened = await page.evaluate(() => window.day.take())
  tally.count('presses and calls', 'presses', presses.length)
  tally.count('presses and calls', 'calls', dials.length)
  for (const dial of dials) {
    const fault = await account.fault(dial, presses[dial.press - 1])
    if (fault) throw new Broken(fault)
  }
  if (dials.length > wanted) {
    const callees = dials.map(({ draft }) => draft.callee).join(', ')
    throw new Broken(`Where ${wanted} calls were to be made, ${callees} was called.`)
  }
}

/** A call that fails says so, and one that lasts lets no other begin. */
async function endCall(desk: Desk, { host }: Pick, tally: Tally): Promise<void> {
  const { page, picker, words } = desk
  tally.count('the call', host.call)
  if (host.call === 'fails') await picker.alert.filter({ hasText: words.dialFailed }).waitFor()
  if (host.call === 'lasts') {
    await pressInVain(desk, tally)
    await page.evaluate(() => window.day.endCall())
  }
}
