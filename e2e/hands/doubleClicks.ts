import { expect, type Hands, test } from './hands.ts'
import type { Feature } from './handsHost.ts'

/** Where in Dial, from left to right and from top to bottom. */
const spots = {
  'top left corner': [0.02, 0.05],
  'bottom left corner': [0.02, 0.985],
  middle: [0.5, 0.5],
  'bottom near the left edge': [0.1, 0.985],
  'bottom near the middle': [0.3, 0.985],
  'bottom right corner': [0.98, 0.985],
} as const

/** What is said stands where nothing was that can be clicked. */
export function doubleClickTests(lacks: readonly Feature[]): void {
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
        const before = await controlsOf(hands)
        expect(before.length).toBeGreaterThan(10)
        const said = async (text: string) => {
          await expect(hands.root.getByText(text)).toBeVisible()
          expect((await controlsOf(hands)).slice(0, before.length)).toEqual(before)
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
}

/** Where everything stands that can be clicked, from top to bottom. */
function controlsOf({ root }: Hands): Promise<string[]> {
  return root
    .locator('button, label, input')
    .evaluateAll((controls) =>
      controls.map((control) => JSON.stringify(control.getBoundingClientRect())),
    )
}
