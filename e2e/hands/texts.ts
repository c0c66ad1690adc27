import { expect, type Hands, test } from './hands.ts'
import type { Feature } from './handsHost.ts'

/** What comes into the field in one piece: two numbers are never run together, and what was there comes back. */
export function textTests(lacks: readonly Feature[]): void {
  for (const [pasted, first] of [
    ['10086\n10010', '10086'],
    ['10086\r\n10010\r\n', '10086'],
    ['95588 96688', '95588'],
    ['13888888888 057187654321', '13888888888'],
    ['057187654321\t13888888888', '057187654321'],
  ] as const) {
    for (const way of ['paste', 'type'] as const) {
      if (way === 'type' && /\s\S*\s|[\r\t]/.test(pasted)) continue
      test(`${JSON.stringify(pasted)}, two numbers to ${way}, asks nothing until Enter takes the first`, async ({
        hands,
        page,
      }) => {
        await hands.openStopped()
        await hands.stopClock()
        if (way === 'paste') await paste(hands, pasted)
        else await hands.callee.fill(pasted.replace('\n', ' '))
        await hands.pass(5000)
        await expect(hands.callee).toHaveAccessibleDescription(/^这里有 2 个号码/)
        await expect(hands.dial).toBeDisabled()
        expect(await hands.asked()).toEqual([])
        await page.keyboard.press('Enter')
        await hands.pass(5000)
        await expect(hands.radios).toHaveCount(5)
        expect(await hands.asked()).toEqual([first])
        await hands.expectNothingDialed()
        await page.keyboard.press('Enter')
        await hands.expectDialed({ callee: first })
      })
    }
  }

  if (!lacks.includes('takeFirst')) {
    test('a button takes the first of two numbers', async ({ hands }) => {
      await hands.open()
      await paste(hands, '13888888888\n13999999999')
      await hands.root.getByRole('button', { name: '使用 138 8888 8888' }).click()
      await expect(hands.radios).toHaveCount(5)
      expect(await hands.asked()).toEqual(['13888888888'])
      await expect(hands.callee).toHaveValue('138 8888 8888')
      await undo(hands)
      await expect(hands.callee).toHaveValue('13888888888 13999999999')
      await hands.expectNothingDialed()
    })
  }

  for (const before of ['', '138', '138 8888 8888', '138x']) {
    test(`undo after a paste gives back “${before}”`, async ({ hands, page }) => {
      await hands.open()
      await hands.callee.fill(before)
      await page.keyboard.press('ControlOrMeta+A')
      await paste(hands, '13999999999')
      await expect(hands.callee).toHaveValue('139 9999 9999')
      await undo(hands)
      await expect(hands.callee).toHaveValue(before)
      await expect(hands.radios).toHaveCount(before === '138 8888 8888' ? 5 : 0)
    })
  }

  test('undo after Escape gives back the number, and it can be dialed', async ({ hands, page }) => {
    await hands.open()
    await hands.ready()
    await page.keyboard.press('Escape')
    await expect(hands.callee).toHaveValue('')
    await undo(hands)
    await expect(hands.callee).toHaveValue('138 8888 8888')
    await expect(hands.dial).toBeEnabled()
    await hands.callee.press('Enter')
    await hands.expectDialed({ callee: '13888888888' })
  })

  test('a paste goes to where the caret is, and one over a part replaces that part', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await hands.callee.fill('138')
    await page.keyboard.press('End')
    await paste(hands, '88888888')
    await expect(hands.callee).toHaveValue('138 8888 8888')
    await page.keyboard.press('Home')
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight')
    await paste(hands, '139')
    await expect(hands.callee).toHaveValue('139 8888 8888')
    await expect(hands.radios.first()).toHaveAccessibleName(/^010 8888 0000/)
    expect((await hands.asked()).at(-1)).toBe('13988888888')
  })
}

/** Pastes through the real clipboard. */
async function paste({ page, callee }: Hands, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await callee.focus()
  await page.keyboard.press('ControlOrMeta+V')
}

async function undo({ callee }: Hands): Promise<void> {
  await callee.press('ControlOrMeta+Z')
}
