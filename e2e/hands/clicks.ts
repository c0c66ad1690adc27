import { expect, test } from './hands.ts'

/** Where in Dial, from left to right and from top to bottom. */
const spots = {
  'top left corner': [0.02, 0.05],
  'bottom left corner': [0.02, 0.985],
  middle: [0.5, 0.5],
  'bottom middle': [0.3, 0.985],
  'bottom right corner': [0.98, 0.985],
} as const

/** A pointer means what it went to, and not what has come under it meanwhile. */
export function clickTests(lacks: readonly string[]): void {
  for (const width of lacks.includes('layout') ? [320] : [280, 320]) {
    for (const [spot, [across, down]] of Object.entries(spots)) {
      test(`a double click on the ${spot} of Dial, ${width} px wide, confirms no warning`, async ({
        hands,
        page,
      }) => {
        await hands.openStopped({ guard: 'warns', width })
        await hands.readyStopped()
        const { x, y } = await hands.placeOf(hands.dial, across, down)
        await page.mouse.dblclick(x, y)
        await expect(hands.alert).toContainText('Twice today.')
        await hands.expectNothingDialed()

        // The same slowly: by now there was time to read, and only the confirm button confirms.
        for (let click = 0; click < 3; click++) {
          await hands.pass(500)
          await page.mouse.click(x, y)
        }
        await expect(hands.alert).toContainText('Twice today.')
        await hands.expectNothingDialed()
      })
    }
  }

  if (!lacks.includes('layout')) {
    for (const width of [280, 320]) {
      test(`nothing that can be clicked moves when something is said, ${width} px wide`, async ({
        hands,
        page,
      }) => {
        await hands.openStopped({
          guard: 'waits',
          call: 'rejects',
          width,
          options: { memory: true },
        })
        await hands.readyStopped()
        const before = await hands.controls()
        expect(before.length).toBeGreaterThan(10)
        const said = async (text: string) => {
          await expect(hands.root.getByText(text)).toBeVisible()
          expect((await hands.controls()).slice(0, before.length)).toEqual(before)
        }
        const press = async () => {
          await hands.pass(1000)
          const { length } = await hands.checked()
          await hands.clickAt(hands.dial)
          await hands.expectChecks(length + 1)
        }
        await press()
        await hands.decide({ warn: 'Twice today.' })
        await said('Twice today.')
        await page.keyboard.press('Escape')
        await press()
        await hands.decide({ refuse: 'On the list.' })
        await said('On the list.')
        await press()
        await hands.decide(true)
        await said('The line is dead.')
        await press()
        await hands.pass(6000)
        await said('检查超时')
        await page.evaluate(() => window.hands.set({ dialDisabled: 'A call is ringing.' }))
        await said('A call is ringing.')
      })
    }
  }

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
      expect(await hands.isRowAt(x, y)).toBe(true)
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
      for (const wait of [100, 500, 100]) {
        await page.touchscreen.tap(x, y)
        await hands.pass(wait)
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
          expect(await hands.isRowAt(x, y + tremble)).toBe(true)
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
