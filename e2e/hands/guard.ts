import { expect, test } from './hands.ts'

/** A guard that takes its time: what it lets pass is what is shown by then. */
export function guardTests(): void {
  test('Enter for one caller, then for another before the guard answers, dials the other', async ({
    hands,
  }) => {
    await hands.open({ guard: 'waits' })
    await hands.ready()
    await hands.callee.press('Enter')
    await hands.expectChecks(1)
    await hands.callee.evaluate((field) => {
      window.hands.press(field, 'ArrowDown')
      window.hands.press(field, 'Enter')
    })
    await hands.expectChecks(2)
    const aborted = await hands.page.evaluate(() => {
      const [first, second] = window.hands.checks
      first?.decide(true)
      second?.decide(true)
      return first?.signal.aborted
    })
    expect(aborted).toBe(true)
    expect(await hands.checked()).toEqual([hands.caller(0), hands.caller(1)])
    await hands.expectDialed({ caller: hands.caller(1) })
  })

  test('the same with keys as fast as they can be typed', async ({ hands, page }) => {
    await hands.open({ guard: 'waits' })
    await hands.ready()
    await hands.callee.focus()
    const keys = ['Enter', 'ArrowDown', 'Enter']
    await Promise.all(keys.flatMap((key) => [page.keyboard.down(key), page.keyboard.up(key)]))
    await hands.expectChecks(2)
    await page.evaluate(() => {
      for (const { decide } of window.hands.checks) decide(true)
    })
    await hands.expectDialed({ caller: hands.caller(1) })
  })

  test('a guard that lets a call pass between a key and its drawing dials only what is shown', async ({
    hands,
  }) => {
    await hands.open({ guard: 'waits' })
    // How soon the other number comes after the answer, in microtasks; below 0 it comes first.
    for (let after = -1; after < 7; after++) {
      await hands.ready()
      await hands.callee.press('Enter')
      await expect(hands.status).toHaveText('正在检查…')
      await hands.callee.evaluate(async (field, after) => {
        const { checks, type } = window.hands
        if (after < 0) type(field, '13999999999')
        checks.at(-1)?.decide(true)
        for (let turn = 0; turn < after; turn++) await null
        if (after >= 0) type(field, '13999999999')
      }, after)
      await hands.quiet()
      await expect(hands.callee).toHaveValue('139 9999 9999')
      await hands.expectDialedAsShown()
      if (after <= 0) await hands.expectNothingDialed()
    }
  })

  test('a guard that lets a call pass while the host forbids it dials nothing, and the reason shows', async ({
    hands,
  }) => {
    for (const order of ['forbids first', 'passes first'] as const) {
      await test.step(order, async () => {
        await hands.open({ guard: 'waits' })
        await hands.ready()
        await hands.callee.press('Enter')
        await hands.expectChecks(1)
        await hands.page.evaluate((order) => {
          if (order === 'passes first') window.hands.checks[0]?.decide(true)
          window.hands.set({ dialDisabled: 'A call is ringing.' })
          if (order === 'forbids first') window.hands.checks[0]?.decide(true)
        }, order)
        await expect(hands.root.getByText('A call is ringing.')).toBeVisible()
        await hands.expectNothingDialed()
      })
    }
  })

  test('while the host forbids dialing, no key and no click dials', async ({ hands, page }) => {
    await hands.openStopped({ options: { dialDisabled: 'On a break.' } })
    await hands.callee.fill('13888888888')
    await expect(hands.radios).toHaveCount(5)
    await hands.stopClock()
    await hands.radios.nth(1).check()
    for (const place of [hands.callee, hands.radios.nth(1), hands.dial]) {
      await place.press('Enter')
      await hands.pass(1000)
    }
    await page.keyboard.press('Space')
    await hands.clickAt(hands.dial)
    await hands.expectNothingDialed()
    await page.evaluate(() => window.hands.set({ dialDisabled: false }))
    await expect(hands.dial).toBeEnabled()
    await hands.expectNothingDialed()
    await hands.dial.press('Enter')
    await hands.expectDialed({ caller: hands.caller(1) })
  })

  test('a guard that answers after its time is over changes nothing', async ({ hands, page }) => {
    await hands.openStopped({ guard: 'waits' })
    await hands.readyStopped()
    await hands.callee.press('Enter')
    await hands.expectChecks(1)
    await hands.pass(5000)
    await expect(hands.alert).toContainText('检查超时')
    for (const verdict of [true, { warn: 'Twice today.' }, { refuse: 'On the list.' }] as const) {
      await page.evaluate((verdict) => window.hands.checks[0]?.decide(verdict), verdict)
      await hands.expectNothingDialed()
      await expect(hands.alert).toContainText('检查超时')
    }
    await hands.callee.press('Enter')
    await hands.expectChecks(2)
    await hands.decide(true)
    await hands.expectDialed({ caller: hands.caller(0) })
  })
}
