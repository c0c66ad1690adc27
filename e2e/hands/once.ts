import type { Locator } from '@playwright/test'
import { expect, type Hands, test } from './hands.ts'
import type { Feature } from './handsHost.ts'

/** What is meant once is dialed once. */
export function onceTests(lacks: readonly Feature[]): void {
  test('a call that fails at once, and Enter again 60 ms later, is one call', async ({ hands }) => {
    await hands.openStopped({ call: 'rejects' })
    await hands.readyStopped()
    await hands.callee.press('Enter')
    await expect(hands.alert).toContainText('The line is dead.')
    await hands.pass(60)
    await hands.callee.press('Enter')
    await hands.expectDialed({ caller: hands.caller(0) })
    await expect(hands.alert).toContainText('The line is dead.')
    await hands.pass(400)
    await hands.callee.press('Enter')
    await hands.expectDialed({ caller: hands.caller(0) }, { caller: hands.caller(0) })
  })

  for (const call of ['ends', 'waits', 'rejects'] as const) {
    test(`two presses in one task are one call, which ${call}`, async ({ hands }) => {
      await hands.open({ call })
      await hands.ready()
      const dial = await hands.dial.elementHandle()
      await hands.callee.evaluate((field, dial) => {
        window.hands.press(field, 'Enter')
        window.hands.press(field, 'Enter')
        if (dial instanceof HTMLElement) dial.click()
      }, dial)
      await hands.expectDialed({ caller: hands.caller(0) })
    })
  }

  test('two presses in one task are one question to the guard', async ({ hands }) => {
    await hands.open({ guard: 'waits' })
    await hands.ready()
    await hands.callee.evaluate((field) => {
      window.hands.press(field, 'Enter')
      window.hands.press(field, 'Enter')
    })
    await hands.expectChecks(1)
    await hands.decide(true)
    await hands.expectDialed({ caller: hands.caller(0) })
  })

  for (const place of ['callee', 'dial', 'row'] as const) {
    test(`Enter held down on the ${place} dials once`, async ({ hands }) => {
      await hands.openStopped()
      await hands.readyStopped()
      if (place === 'row') await hands.radios.nth(2).check()
      await holdEnter(hands, place === 'row' ? hands.radios.nth(2) : hands[place])
      await hands.expectDialed({ caller: hands.caller(place === 'row' ? 2 : 0) })
    })

    test(`Enter held down on the ${place} asks the guard once, whatever it says`, async ({
      hands,
    }) => {
      await hands.openStopped({ guard: 'refuses' })
      await hands.readyStopped()
      await holdEnter(hands, place === 'row' ? hands.radios.first() : hands[place])
      await expect(hands.alert).toContainText('On the list.')
      expect(await hands.checked()).toHaveLength(1)
    })
  }

  test('Enter held down asks for callers, and does not dial when they come', async ({ hands }) => {
    await hands.openStopped()
    await hands.stopClock()
    await hands.callee.fill('05718765432')
    await holdEnter(hands, hands.callee)
    await expect(hands.radios).toHaveCount(5)
    await hands.expectNothingDialed()
  })

  test('while a call is being made, nothing else is dialed, nor later in its stead', async ({
    hands,
    page,
  }) => {
    await hands.open({ call: 'waits' })
    await hands.ready()
    await hands.callee.press('Enter')
    await hands.expectDialed({ callee: '13888888888' })
    await hands.callee.fill('13999999999')
    await expect(hands.radios).toHaveCount(5)
    await hands.callee.press('Enter')
    await hands.clickAt(hands.dial)
    await page.evaluate(() => window.hands.calls[0]?.end())
    await expect(hands.dial).toBeEnabled()
    await hands.quiet()
    expect(await hands.dialed()).toHaveLength(1)
    await hands.callee.press('Enter')
    await hands.expectDialed({ callee: '13888888888' }, { callee: '13999999999' })
  })

  test('Enter pressed before the callers show dials nothing, however late it is handled', async ({
    hands,
  }) => {
    await hands.open()
    const early = await hands.callee.evaluateHandle(
      () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
    )
    await hands.ready()
    await hands.callee.evaluate((field, key) => field.dispatchEvent(key), early)
    await hands.expectNothingDialed()
  })

  test('nor does it in the task in which the callers come', async ({ hands }) => {
    await hands.open({ holds: true })
    await hands.callee.fill('13888888888')
    await hands.callee.evaluate(async (field) => {
      const keys = Array.from(
        { length: 30 },
        () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
      )
      window.hands.asked[0]?.answer()
      for (const key of keys) {
        field.dispatchEvent(key)
        await null
      }
    })
    await expect(hands.radios).toHaveCount(5)
    await hands.expectNothingDialed()
  })

  if (!lacks.includes('others')) {
    test('Enter on the button for more until it is gone, and once more at once, dials nothing', async ({
      hands,
      page,
    }) => {
      await hands.openStopped()
      await hands.readyStopped()
      await hands.more.focus()
      while ((await hands.more.count()) > 0) {
        await page.keyboard.press('Enter')
        await hands.pass(20)
      }
      await expect(hands.radios).toHaveCount(20)
      await expect(hands.callee).toBeFocused()
      for (let press = 0; press < 3; press++) await page.keyboard.press('Enter')
      await hands.expectNothingDialed()
      await hands.pass(400)
      await page.keyboard.press('Enter')
      await hands.expectDialed({ caller: hands.caller(0) })
    })
  }

  test('Enter on the button that tries again, until it is gone, dials nothing', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ holds: true })
    await hands.callee.fill('13888888888')
    await hands.refuse()
    await expect(hands.retry).toBeVisible()
    await hands.stopClock()
    await hands.retry.focus()
    await page.keyboard.press('Enter')
    await hands.answer()
    await hands.pass(20)
    await expect(hands.radios).toHaveCount(5)
    expect(await hands.focusIsLost()).toBe(false)
    await page.keyboard.press('Enter')
    await hands.expectNothingDialed()
  })
}

/** Holds Enter down for more than a second. */
async function holdEnter(hands: Hands, place: Locator): Promise<void> {
  await place.focus()
  for (let repeat = 0; repeat < 40; repeat++) {
    await hands.page.keyboard.down('Enter')
    await hands.pass(30)
  }
  await hands.page.keyboard.up('Enter')
}
