import { expect, type Hands, test } from './hands.ts'

/** What a screen reader says by itself: all that an agent has to know, once, and no more. */
export function announcementTests(): void {
  test('a caller that a key chooses from afar is said, and one that is clicked is not', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await hands.ready()
    const said = () => saidPolitely(hands, /^010 8888 000\d/)
    expect(await said()).toEqual([])
    for (const [key, name] of [
      ['ArrowDown', '010 8888 0001'],
      ['ArrowDown', '010 8888 0002'],
      ['ArrowUp', '010 8888 0001'],
      ['Alt+5', '010 8888 0004'],
      ['Alt+Numpad1', '010 8888 0000'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(said).toEqual([name])
    }
    await hands.radios.nth(3).click()
    await expect(hands.radios.nth(3)).toBeChecked()
    expect(await said()).toEqual([])
    await hands.callee.press('ArrowDown')
    await expect.poll(said).toEqual(['010 8888 0004'])
    await hands.callee.fill('13999999999')
    await expect(hands.radios.first()).toHaveAccessibleName(/^010 9999 0000/)
    expect(await saidPolitely(hands, /^010/)).toEqual([])
  })

  test('a wrong number is an alert once typing pauses, and not at each key', async ({ hands }) => {
    await hands.openStopped()
    await hands.stopClock()
    for (const [typed, hint] of [
      ['138x', '“x”不是号码，请只输入数字。'],
      ['138xy', '“xy”不是号码，请只输入数字。'],
      ['13888888888 13999999999', '这里有 2 个号码，一次只能拨打一个。'],
    ] as const) {
      await test.step(typed, async () => {
        for (let length = 1; length <= typed.length; length++) {
          await hands.callee.fill(typed.slice(0, length))
          await hands.pass(100)
          await expect(hands.alert).toHaveCount(0)
        }
        await expect(hands.callee).toHaveAccessibleDescription(hint)
        await hands.pass(399)
        await expect(hands.alert).toHaveCount(0)
        await hands.pass(1)
        await expect(hands.alert).toContainText(hint)
        await hands.callee.fill('')
        await expect(hands.alert).toHaveCount(0)
      })
    }
  })

  test('why nothing can be dialed is said once, and stands with the button', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await hands.ready()
    for (const reason of ['A call is ringing.', 'On a break.']) {
      await page.evaluate((dialDisabled) => window.hands.set({ dialDisabled }), reason)
      await expect.poll(() => saidPolitely(hands, reason)).toEqual([reason])
      await expect(hands.dial).toHaveAccessibleDescription(reason)
      await expect(hands.alert).toHaveCount(0)
    }
    await page.evaluate(() => window.hands.set({ dialDisabled: true }))
    await expect.poll(() => saidPolitely(hands, '当前状态不能拨打')).toHaveLength(1)
    await page.evaluate(() => window.hands.set({ dialDisabled: false }))
    await expect.poll(() => saidPolitely(hands, '当前状态不能拨打')).toEqual([])
    await expect(hands.dial).not.toHaveAttribute('aria-describedby')
  })

  test('a warning and a refusal are alerts that are new', async ({ hands }) => {
    await hands.open({ guard: 'waits' })
    await hands.ready()
    for (const [verdict, text] of [
      [{ refuse: 'On the list.' }, 'On the list.'],
      [{ warn: 'Twice today.' }, 'Twice today.'],
    ] as const) {
      await expect(hands.alert).toHaveCount(0)
      await hands.callee.press('Enter')
      await hands.expectChecks('refuse' in verdict ? 1 : 2)
      await expect(hands.alert).toHaveCount(0)
      await hands.decide(verdict)
      await expect(hands.alert).toHaveCount(1)
      await expect(hands.alert).toContainText(text)
      await hands.callee.fill('13888888888')
      await hands.callee.press('ArrowDown')
    }
  })
}

/** Texts of this form that a screen reader says once it is done with what it is saying. */
function saidPolitely({ root }: Hands, text: string | RegExp): Promise<string[]> {
  return root.locator('[aria-live=polite], output').filter({ hasText: text }).allTextContents()
}
