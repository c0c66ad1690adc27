import { expect, test } from './hands.ts'

/** A number is the same number however it is written: what is under way for it goes on. */
export function sameNumberTests(): void {
  for (const [typed, final] of [
    ['057187654321', true],
    ['0571 8765 432', false],
  ] as const) {
    test(`the landline ${typed} is checked once and called once, though Dial is clicked too`, async ({
      hands,
    }) => {
      await hands.open({ guard: 'waits' })
      await hands.callee.pressSequentially(typed)
      if (!final) await hands.callee.press('Enter')
      await expect(hands.radios).toHaveCount(5)
      await expect(hands.dial).toBeEnabled()
      await hands.callee.press('Enter')
      await hands.expectChecks(1)
      await hands.clickAt(hands.dial)
      await expect(hands.callee).not.toBeFocused()
      await hands.quiet()
      expect(await hands.isChecking()).toEqual([true])
      await hands.decide(true)
      await hands.expectDialed({ callee: typed.replaceAll(' ', '') })
    })
  }

  test('an edit that keeps the number keeps its check, and Enter asks for no other', async ({
    hands,
    page,
  }) => {
    await hands.open({ guard: 'waits' })
    await hands.callee.fill('05718765432')
    await hands.callee.press('Enter')
    await expect(hands.dial).toBeEnabled()
    await hands.callee.press('Enter')
    await hands.expectChecks(1)
    await page.keyboard.press('End')
    await page.keyboard.type(' ')
    await page.keyboard.press('Home')
    await page.keyboard.type(' ')
    await hands.notes.focus()
    await expect(hands.callee).toHaveValue('0571 876 5432')
    await hands.callee.focus()
    await page.keyboard.press('Home')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await expect(hands.callee).toHaveValue('0571876 5432')
    await hands.callee.press('Enter')
    await hands.quiet()
    expect(await hands.isChecking()).toEqual([true])
    await hands.decide(true)
    await hands.expectDialed({ callee: '05718765432' })
  })

  test('an edit that keeps the number keeps its warning, and nothing loses the focus', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ guard: 'warns' })
    await hands.readyStopped()
    await hands.callee.press('Enter')
    await expect(hands.alert).toContainText('Twice today.')
    await page.keyboard.press('End')
    for (const edit of [' ', '\t'] as const) {
      await page.keyboard.press(edit === '\t' ? 'Tab' : 'Space')
      await expect(hands.alert).toContainText('Twice today.')
      expect(await hands.focusIsLost()).toBe(false)
    }
    await hands.notes.focus()
    await hands.callee.focus()
    await expect(hands.alert).toContainText('Twice today.')
    expect(await hands.checked()).toHaveLength(1)
    await hands.pass(400)
    await hands.confirm.press('Enter')
    await hands.expectDialed({ callee: '13888888888' })
    expect(await hands.focusIsLost()).toBe(false)
  })

  test('a warning about a number typed by hand stays when the focus moves to it and the number is grouped', async ({
    hands,
    page,
  }) => {
    await hands.openStopped({ guard: 'warns' })
    await hands.stopClock()
    await hands.callee.pressSequentially('0571 8765 432')
    await hands.pass(1000)
    await expect(hands.radios).toHaveCount(5)
    await hands.callee.press('Enter')
    await expect(hands.alert).toContainText('Twice today.')
    await hands.pass(400)
    await expect(hands.callee).toHaveValue('0571 876 5432')
    await hands.pass(1000)
    await expect(hands.alert).toContainText('Twice today.')
    await expect(hands.confirm).toBeFocused()
    await page.keyboard.press('Enter')
    await hands.expectDialed({ callee: '05718765432' })
    expect(await hands.focusIsLost()).toBe(false)
  })

  test('a digit more or less ends the check at once', async ({ hands, page }) => {
    await hands.open({ guard: 'waits' })
    await hands.ready()
    for (const key of ['Backspace', '8']) {
      await hands.callee.press('Enter')
      await hands.callee.press('End')
      await page.keyboard.press(key)
      await page.evaluate(() => window.hands.checks.at(-1)?.decide(true))
    }
    expect(await hands.isChecking()).toEqual([false])
    await hands.expectNothingDialed()
  })
}
