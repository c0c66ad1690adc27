import { expect, type Hands, test } from './hands.ts'
import type { Feature } from './handsHost.ts'

/** A pointer means what it went to, and not what has come under it meanwhile. */
export function underPointerTests(lacks: readonly Feature[]): void {
  test('a button that went down on Dial before the callers came dials nothing when it is let go', async ({
    hands,
    page,
  }) => {
    await hands.open({ holds: true })
    await hands.callee.fill('13888888888')
    const { x, y } = await hands.placeOf(hands.dial)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await hands.answer()
    await expect(hands.dial).toBeEnabled()
    const again = await hands.placeOf(hands.dial)
    await page.mouse.move(again.x, again.y)
    await page.mouse.up()
    await hands.expectNothingDialed()
  })

  test('nor does a key that is held on it', async ({ hands, page }) => {
    await hands.open({ holds: true })
    await hands.callee.fill('13888888888')
    await hands.dial.focus()
    await page.keyboard.down('Space')
    await hands.answer()
    await expect(hands.dial).toBeEnabled()
    await page.keyboard.up('Space')
    await hands.expectNothingDialed()
    await page.keyboard.press('Space')
    await hands.expectDialed({ callee: '13888888888' })
  })

  if (!lacks.includes('others')) {
    test('a double click on the button for more chooses none of the callers that come under it', async ({
      hands,
      page,
    }) => {
      await hands.openStopped({ holds: true })
      await hands.callee.fill('13888888888')
      await hands.answer()
      await expect(hands.radios).toHaveCount(5)
      await hands.stopClock()
      const { x, y } = await hands.placeOf(hands.more)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.up()
      await hands.answer(10)
      await hands.pass(10)
      await expect(hands.radios).toHaveCount(10)
      expect(await isRowAt(hands, x, y)).toBe(true)
      await page.mouse.down({ clickCount: 2 })
      await page.mouse.up({ clickCount: 2 })
      await expect(hands.radios.first()).toBeChecked()

      // Whoever has seen it means it.
      await hands.pass(400)
      await page.mouse.down()
      await page.mouse.up()
      await expect(hands.radios.first()).not.toBeChecked()
    })

    test('whoever scrolls the list under the pointer and clicks means what has come there', async ({
      hands,
      page,
    }) => {
      await hands.open()
      await hands.ready()
      while ((await hands.more.count()) > 0) await hands.more.click()
      await expect(hands.radios).toHaveCount(20)
      const { x, y } = await hands.placeOf(hands.radios.nth(2))
      await page.mouse.move(x + 3, y)
      await page.mouse.move(x + 60, y)
      await page.mouse.wheel(0, 300)
      await expect
        .poll(async () => (await hands.radios.nth(2).boundingBox())?.y)
        .toBeLessThan(y - 100)
      await page.mouse.down()
      await page.mouse.up()
      await expect(hands.radios.first()).not.toBeChecked()
    })
  }

  test.describe('with a finger', () => {
    test.use({ hasTouch: true })

    test('a double tap on Dial confirms no warning', async ({ hands, page }) => {
      await hands.openStopped({ guard: 'warns' })
      await hands.readyStopped()
      const { x, y } = await hands.placeOf(hands.dial)
      await page.touchscreen.tap(x, y)
      await page.touchscreen.tap(x, y)
      await expect(hands.alert).toContainText('Twice today.')
      for (const wait of [100, 500]) {
        await hands.pass(wait)
        await page.touchscreen.tap(x, y)
      }
      await expect(hands.alert).toContainText('Twice today.')
      await hands.expectNothingDialed()
      await hands.confirm.tap()
      await hands.expectDialed({ caller: hands.caller(0) })
    })

    if (!lacks.includes('others')) {
      for (const tremble of [0, 4]) {
        test(`a double tap on the button for more, ${tremble} px apart, chooses no caller`, async ({
          hands,
          page,
        }) => {
          await hands.openStopped({ holds: true })
          await hands.callee.fill('13888888888')
          await hands.answer()
          await expect(hands.radios).toHaveCount(5)
          await hands.stopClock()
          const { x, y } = await hands.placeOf(hands.more)
          await page.touchscreen.tap(x, y)
          await hands.answer(10)
          await hands.pass(100)
          await expect(hands.radios).toHaveCount(10)
          expect(await isRowAt(hands, x, y + tremble)).toBe(true)
          await page.touchscreen.tap(x, y + tremble)
          await hands.quiet()
          await expect(hands.radios.first()).toBeChecked()
          await hands.pass(400)
          await page.touchscreen.tap(x, y + tremble)
          await expect(hands.radios.first()).not.toBeChecked()
        })
      }
    }
  })
}

/** Whether a caller's row is at this point. */
function isRowAt({ radios }: Hands, x: number, y: number): Promise<boolean> {
  return radios.evaluateAll(
    (radios, [x, y]) =>
      radios.some((radio) => {
        const row = radio.closest('label') ?? radio
        const { left, right, top, bottom } = row.getBoundingClientRect()
        return x > left && x < right && y > top && y < bottom
      }),
    [x, y] as const,
  )
}
