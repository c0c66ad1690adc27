import { expect, type Hands, test } from './hands.ts'

/** While an input method composes, its keys are its own, and nothing is sent. */
export function composingTests(): void {
  test('text that is being composed is asked for only once it is composed', async ({ hands }) => {
    await hands.openStopped()
    await hands.stopClock()
    await hands.callee.focus()
    await compose(hands, '13888888888')
    await expect(hands.callee).toHaveValue('13888888888')
    for (const key of ['Enter', 'Escape', 'ArrowDown']) await pressComposing(hands, key)
    await hands.pass(5000)
    expect(await hands.asked()).toEqual([])
    await expect(hands.callee).toHaveValue('13888888888')
    await finish(hands, '13888888888')
    await hands.pass(5000)
    await expect(hands.radios).toHaveCount(5)
    expect(await hands.asked()).toEqual(['13888888888'])
    await hands.expectNothingDialed()
  })

  test('the keys of an input method neither dial the number that was there nor clear it', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await hands.ready()
    await page.keyboard.press('End')
    await compose(hands, 'ni')
    for (const key of ['Enter', 'Escape', 'ArrowDown']) await pressComposing(hands, key)
    await hands.expectNothingDialed()
    await expect(hands.callee).toHaveValue(/ni$/)
    await finish(hands, '你')
    await expect(hands.callee).toHaveAccessibleDescription(/^“你”不是号码/)
    await hands.callee.press('Enter')
    await hands.expectNothingDialed()
  })

  test('nor does the key that ends a composition, which some browsers tell after its end', async ({
    hands,
  }) => {
    await hands.open()
    await hands.ready()
    await hands.callee.evaluate((field) => {
      for (const key of ['Enter', 'Escape']) window.hands.press(field, key, { keyCode: 229 })
    })
    await hands.expectNothingDialed()
    await expect(hands.callee).toHaveValue('138 8888 8888')
  })

  test('a number that the host writes meanwhile is the one that is shown and dialed', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await hands.callee.focus()
    await compose(hands, '138')
    await page.evaluate(() => window.hands.handle.setCallee('13999999999'))
    await expect(hands.radios).toHaveCount(5)
    await hands.quiet()
    await expect(hands.callee).toHaveValue('139 9999 9999')
    await hands.callee.press('Enter')
    await hands.expectDialed({ callee: '13999999999' })
    await expect(hands.callee).toHaveValue('139 9999 9999')
  })
}

async function compose({ page }: Hands, text: string): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const { length } = text
  await input.send('Input.imeSetComposition', {
    text,
    selectionStart: length,
    selectionEnd: length,
  })
}

/** A key that the input method takes. */
async function pressComposing({ page }: Hands, code: string): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const key = { key: code, code, windowsVirtualKeyCode: 229 }
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

/** The input method is done. */
async function finish({ page }: Hands, text: string): Promise<void> {
  const input = await page.context().newCDPSession(page)
  await input.send('Input.insertText', { text })
}
