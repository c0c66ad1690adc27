import { expect, test } from './hands.ts'

const B = '13999999999'

/** What the host writes is what is there, whatever the agent was about to do. */
export function hostWritesTests(): void {
  for (const [write, text] of [
    ['reset', ''],
    ['setCallee', '139 9999 9999'],
    ['callee', '139 9999 9999'],
  ] as const) {
    test(`what the host writes with ${write} stays when the focus goes elsewhere`, async ({
      hands,
      page,
    }) => {
      await hands.open(write === 'callee' ? { options: { callee: '' } } : {})
      for (const typed of ['13888888888', '138', '138x', '0571 8765 432']) {
        for (const order of ['then the focus goes', 'the focus goes first'] as const) {
          await test.step(`${typed}, ${order}`, async () => {
            await hands.callee.fill(typed)
            await page.evaluate(
              ([write, B, order]) => {
                const { handle, set } = window.hands
                const leave = () => document.querySelector('textarea')?.focus()
                if (order === 'the focus goes first') leave()
                if (write === 'reset') handle.reset()
                else if (write === 'setCallee') handle.setCallee(B)
                else set({ callee: B })
                leave()
              },
              [write, B, order] as const,
            )
            await expect(hands.callee).toHaveValue(text)
            await hands.quiet()
            await expect(hands.callee).toHaveValue(text)
            await expect(hands.radios).toHaveCount(text === '' ? 0 : 5)
          })
        }
      }
      if (text === '') return
      await hands.callee.press('Enter')
      await hands.expectDialed({ callee: B, caller: hands.caller(0, B) })
    })
  }

  test('a number that the host keeps is the one that is dialed', async ({ hands, page }) => {
    await hands.open({ options: { callee: '13888888888' } })
    await expect(hands.radios).toHaveCount(5)
    await hands.callee.evaluate((field, B) => {
      window.hands.type(field, '13777777777')
      window.hands.set({ callee: B })
    }, B)
    await expect(hands.callee).toHaveValue('139 9999 9999')
    await expect(hands.dial).toBeEnabled()
    await page.evaluate(() => window.hands.set({ callee: '138' }))
    await expect(hands.callee).toHaveValue('138')
    await hands.callee.press('Enter')
    await hands.expectNothingDialed()
    await page.evaluate((B) => window.hands.set({ callee: B }), B)
    await expect(hands.dial).toBeEnabled()
    await hands.callee.press('Enter')
    await hands.expectDialed({ callee: B, caller: hands.caller(0, B) })
  })

  test('a number that the host writes ends the check of the one before', async ({
    hands,
    page,
  }) => {
    await hands.open({ guard: 'waits' })
    await hands.ready()
    await hands.callee.press('Enter')
    await hands.expectChecks(1)
    await page.evaluate((B) => {
      window.hands.handle.setCallee(B)
      window.hands.checks[0]?.decide(true)
    }, B)
    await expect(hands.callee).toHaveValue('139 9999 9999')
    expect(await hands.isChecking()).toEqual([false])
    await hands.expectNothingDialed()
  })

  test('groups that the host takes away end the check of a call from them', async ({
    hands,
    page,
  }) => {
    const groups = ['a', 'b'].map((id) => ({ id, name: id }))
    await hands.open({ guard: 'waits', options: { skillGroups: groups } })
    await hands.ready()
    await hands.callee.press('Enter')
    await hands.expectChecks(1)
    await page.evaluate((groups) => window.hands.set({ skillGroups: groups }), groups.slice(1))
    await expect.poll(() => hands.isChecking()).toEqual([false])
    await page.evaluate(() => window.hands.checks[0]?.decide(true))
    await expect(hands.dial).toBeEnabled()
    await hands.expectNothingDialed()
    await hands.callee.press('Enter')
    await hands.expectChecks(2)
    await hands.decide(true)
    await hands.expectDialed({ skillGroupIds: ['b'] })
  })

  test('a click on a number and Enter before anything is drawn dial nothing', async ({ hands }) => {
    await hands.open()
    await hands.ready()
    await hands.callee.evaluate((field, B) => {
      window.hands.handle.setCallee(B)
      window.hands.press(field, 'Enter')
    }, B)
    await expect(hands.radios).toHaveCount(5)
    await hands.expectNothingDialed()
  })
}
