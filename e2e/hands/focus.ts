import { expect, test } from './hands.ts'
import type { Feature } from './handsHost.ts'

/** The focus is never lost: the agent goes on with the keyboard. */
export function focusTests(lacks: readonly Feature[]): void {
  test('Dial keeps the focus while it waits, and when it cannot be used any more', async ({
    hands,
    page,
  }) => {
    await hands.open({ guard: 'waits' })
    await hands.ready()
    await hands.dial.press('Enter')
    await hands.expectChecks(1)
    await expect(hands.dial).toBeDisabled()
    await expect(hands.dial).toBeFocused()
    await hands.decide({ refuse: 'On the list.' })
    await expect(hands.alert).toContainText('On the list.')
    await expect(hands.dial).toBeFocused()
    await page.evaluate(() => window.hands.set({ dialDisabled: 'A call is ringing.' }))
    await expect(hands.dial).toBeDisabled()
    await expect(hands.dial).toBeFocused()
    await page.evaluate(() => window.hands.handle.reset())
    await expect(hands.radios).toHaveCount(0)
    await expect(hands.dial).toBeFocused()
  })

  test('a row that is disabled under the focus hands it to the selected row', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await hands.ready()
    await hands.radios.nth(2).check()
    await expect(hands.radios.nth(2)).toBeFocused()
    const disable = (position: number) =>
      page.evaluate((caller) => {
        window.hands.set({
          annotateCaller: ({ number }) =>
            number === caller ? { disabled: 'At its limit' } : undefined,
        })
      }, hands.caller(position))
    await disable(2)
    await expect(hands.radios.nth(2)).toBeDisabled()
    await expect(hands.radios.first()).toBeFocused()
    await expect(hands.radios.first()).toBeChecked()
    await page.keyboard.press('Enter')
    await hands.expectNothingDialed()
    // Another row is none of the focus's business.
    await disable(3)
    await expect(hands.radios.nth(3)).toBeDisabled()
    await expect(hands.radios.first()).toBeFocused()
  })

  for (const way of ['click', 'Enter', 'Escape'] as const) {
    test(`the focus is not lost when a warning is taken back with ${way}`, async ({
      hands,
      page,
    }) => {
      await hands.openStopped({ guard: 'warns' })
      await hands.readyStopped()
      await hands.callee.press('Enter')
      await expect(hands.alert).toContainText('Twice today.')
      await hands.pass(400)
      await expect(hands.confirm).toBeFocused()
      if (way === 'click') await hands.clickAt(hands.cancel)
      else if (way === 'Enter') await hands.cancel.press('Enter')
      else await page.keyboard.press('Escape')
      await expect(hands.alert).toHaveCount(0)
      await expect(hands.callee).toBeFocused()
      // The key that follows was meant for what had been there.
      await page.keyboard.press('Enter')
      await hands.quiet()
      expect(await hands.checked()).toHaveLength(1)
      await hands.expectNothingDialed()
    })
  }

  test('the focus is not lost when what it was on goes with its number', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ guard: 'warns' })
    await hands.readyStopped()
    for (const place of ['row', 'confirm'] as const) {
      await test.step(place, async () => {
        if (place === 'row') await hands.radios.nth(1).check()
        else {
          await hands.callee.press('Enter')
          // From when it is shown on, there is time to read it.
          await expect(hands.alert).toBeVisible()
        }
        await hands.pass(400)
        await expect(place === 'row' ? hands.radios.nth(1) : hands.confirm).toBeFocused()
        await page.evaluate(() => window.hands.handle.setCallee('138'))
        await expect(hands.radios).toHaveCount(0)
        await expect(hands.callee).toBeFocused()
        await hands.callee.fill('13777777777')
        await hands.pass(400)
        await expect(hands.radios).toHaveCount(5)
      })
    }
  })

  test('the focus is not lost when the button that tries again is gone', async ({
    hands,
    page,
  }) => {
    await hands.open({ holds: true })
    await hands.callee.fill('13888888888')
    await hands.refuse()
    await hands.retry.focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await hands.asked()).length).toBe(2)
    await hands.answer()
    await expect(hands.radios).toHaveCount(5)
    await expect(hands.retry).toHaveCount(0)
    await expect(hands.callee).toBeFocused()
  })

  if (!lacks.includes('others')) {
    for (const way of ['Escape', 'button'] as const) {
      test(`the focus is not lost when the search is closed with ${way}`, async ({
        hands,
        page,
      }) => {
        await hands.open()
        await hands.ready()
        await hands.root.getByRole('button', { name: '全部号码' }).press('Enter')
        await expect(hands.radios).toHaveCount(40)
        await expect(hands.root.getByRole('searchbox')).toBeFocused()
        if (way === 'Escape') await page.keyboard.press('Escape')
        else await hands.root.getByRole('button', { name: '返回推荐' }).press('Enter')
        await expect(hands.radios).toHaveCount(5)
        expect(await hands.focusIsLost()).toBe(false)
      })
    }
  }

  if (!lacks.includes('takeFirst')) {
    test('the focus is not lost when the first of two numbers is taken', async ({ hands }) => {
      await hands.open()
      await hands.callee.fill('13888888888 13999999999')
      await hands.root.getByRole('button', { name: '使用 138 8888 8888' }).press('Enter')
      await expect(hands.callee).toHaveValue('138 8888 8888')
      await expect(hands.callee).toBeFocused()
    })
  }
}
