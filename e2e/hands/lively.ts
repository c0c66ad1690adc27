import { expect, test } from './hands.ts'

/** A host is never at rest: it draws, resets and takes away what it wants, when it wants. */
export function livelyHostTests(): void {
  test('a host that draws all the time, each time with new functions and lists, changes nothing', async ({
    hands,
    page,
  }) => {
    await hands.open({ guard: 'waits' })
    await page.evaluate(() => {
      const draw = () => {
        const {
          beforeDial,
          onDial,
          onCalleeChange,
          skillGroups = [],
          client,
        } = window.hands.options
        window.hands.set({
          client: { call: (...asked) => client.call(...asked) },
          skillGroups: skillGroups.map((group) => ({ ...group })),
          annotateCaller: () => ({ note: 'Today 1/50' }),
          beforeDial: beforeDial && ((...asked) => beforeDial(...asked)),
          onDial: (draft) => onDial(draft),
          onCalleeChange: (callee) => onCalleeChange?.(callee),
        })
      }
      for (let times = 0; times < 5; times++) draw()
      const { set } = window.hands
      const { options } = window.hands
      const again = () => {
        set({ ...options, annotateCaller: () => ({ note: 'Today 1/50' }) })
        requestAnimationFrame(again)
      }
      again()
    })
    await hands.ready()
    await hands.radios.nth(1).check()
    await hands.callee.press('Enter')
    await hands.expectChecks(1)
    await expect(hands.radios.nth(1)).toBeChecked()
    expect(await hands.isChecking()).toEqual([true])
    await hands.decide(true)
    await hands.expectDialed({ caller: hands.caller(1) })
    expect(await hands.asked()).toEqual(['13888888888'])
  })

  test('a caller that takes the place of one that is disabled has to be seen before it is dialed', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await hands.ready()
    await hands.callee.press('ArrowDown')
    await expect(hands.radios.nth(1)).toBeChecked()
    const early = await hands.callee.evaluateHandle(
      () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
    )
    await page.evaluate((caller) => {
      window.hands.set({
        annotateCaller: ({ number }) => (number === caller ? { disabled: 'Busy' } : undefined),
      })
    }, hands.caller(1))
    await expect(hands.radios.first()).toBeChecked()
    await hands.callee.evaluate((field, key) => field.dispatchEvent(key), early)
    await hands.expectNothingDialed()
    await hands.callee.press('Enter')
    await hands.expectDialed({ caller: hands.caller(0) })
  })

  test('a host that empties the field as it makes the call makes one call', async ({
    hands,
    page,
  }) => {
    await hands.open()
    await page.evaluate(() => {
      const { onDial } = window.hands.options
      window.hands.set({
        onDial: (draft) => {
          window.hands.handle.reset()
          return onDial(draft)
        },
      })
    })
    for (const number of ['13888888888', '13999999999']) {
      await hands.ready(number)
      await hands.callee.press('Enter')
      await expect(hands.callee).toHaveValue('')
      await page.keyboard.press('Enter')
    }
    await hands.expectDialed({ callee: '13888888888' }, { callee: '13999999999' })
    await expect(hands.callee).toBeFocused()
  })

  test('a picker that is taken off the page dials nothing', async ({ hands, page }) => {
    await hands.open({ guard: 'waits' })
    for (const order of ['removed, then allowed', 'allowed, then removed', 'gone, then allowed']) {
      await test.step(order, async () => {
        await hands.ready()
        await hands.callee.press('Enter')
        await expect(hands.status).toHaveText('正在检查…')
        await hands.callee.evaluate(async (field, order) => {
          const { checks, remove } = window.hands
          const allow = () => checks.at(-1)?.decide(true)
          const isGone = new Promise<void>((resolve) => {
            const look = () => {
              if (!field.isConnected) resolve()
            }
            new MutationObserver(look).observe(field.getRootNode(), {
              childList: true,
              subtree: true,
            })
          })
          if (order.startsWith('allowed')) allow()
          remove()
          if (order.startsWith('removed')) allow()
          await isGone
          if (order.startsWith('gone')) allow()
        }, order)
        await expect(hands.callee).toHaveCount(0)
        await hands.expectNothingDialed()
        await page.evaluate(() => window.hands.put())
      })
    }
    expect(await hands.isChecking()).toEqual([false, false, false])
  })

  test('a call that fails after the picker is gone is nobody’s error', async ({ hands, page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await hands.open({ call: 'waits' })
    await hands.ready()
    await hands.callee.press('Enter')
    await hands.expectDialed({ callee: '13888888888' })
    await page.evaluate(() => {
      window.hands.remove()
      window.hands.calls[0]?.fail(new Error('The line is dead.'))
    })
    await hands.quiet()
    expect(errors).toEqual([])
  })
}
