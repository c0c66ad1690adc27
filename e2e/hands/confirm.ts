import { expect, test } from './hands.ts'

/** A warning is confirmed by whoever had time to read it, and by nobody else. */
export function confirmTests(): void {
  test('a warning is confirmed after 0.4 s on the screen, not before, and once', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ guard: 'warns' })
    await hands.readyStopped()
    await hands.callee.press('Enter')
    await expect(hands.alert).toContainText('Twice today.')
    for (const wait of [0, 1, 198, 200]) {
      await hands.pass(wait)
      await hands.clickAt(hands.confirm)
      await hands.expectNothingDialed()
    }
    await hands.pass(1)
    const { x, y } = await hands.placeOf(hands.confirm)
    await page.mouse.dblclick(x, y)
    await expect(hands.alert).toHaveCount(0)
    await hands.expectDialed({ caller: hands.caller(0) })
    await hands.pass(1000)
    await page.mouse.click(x, y)
    await hands.quiet()
    expect(await hands.dialed()).toHaveLength(1)
    expect(await hands.checked()).toHaveLength(1)
  })

  for (const place of ['callee', 'dial', 'first row'] as const) {
    for (const key of place === 'dial' ? ['Enter', 'Space'] : ['Enter']) {
      test(`${key} again and again on the ${place} confirms nothing`, async ({ hands, page }) => {
        await hands.openStopped({ guard: 'warns' })
        await hands.readyStopped()
        await (place === 'first row' ? hands.radios.first() : hands[place]).focus()
        for (let press = 0; press < 30; press++) {
          await page.keyboard.press(key)
          await hands.pass(100)
        }
        await expect(hands.alert).toContainText('Twice today.')
        await hands.expectNothingDialed()
      })
    }
  }

  test('a key that is held while the warning comes does not confirm it', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ guard: 'warns' })
    await hands.readyStopped()
    for (const place of [hands.callee, hands.dial, hands.radios.first()]) {
      await place.focus()
      for (let repeat = 0; repeat < 30; repeat++) {
        await page.keyboard.down('Enter')
        await hands.pass(50)
      }
      await page.keyboard.up('Enter')
      await expect(hands.alert).toContainText('Twice today.')
      await page.keyboard.press('Escape')
      await hands.pass(1000)
    }
    await hands.expectNothingDialed()
  })

  test('the answer goes to who reads it: the focus moves to the confirm button, and Enter dials', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ guard: 'warns' })
    await hands.readyStopped()
    await hands.callee.press('Enter')
    await expect(hands.alert).toContainText('Twice today.')
    await hands.pass(399)
    await expect(hands.confirm).not.toBeFocused()
    await hands.pass(1)
    await expect(hands.confirm).toBeFocused()
    await hands.pass(400)
    await page.keyboard.press('Enter')
    await hands.expectDialed({ caller: hands.caller(0) })
    await expect(hands.callee).toBeFocused()
  })

  test('a space bar that goes down before there was time to read confirms nothing', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ guard: 'warns' })
    await hands.readyStopped()
    await hands.callee.press('Enter')
    await expect(hands.alert).toContainText('Twice today.')
    await hands.confirm.focus()
    await hands.pass(300)
    await page.keyboard.down('Space')
    await hands.pass(200)
    await page.keyboard.up('Space')
    await hands.expectNothingDialed()
  })
}
