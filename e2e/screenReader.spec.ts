import { expect, test } from '@playwright/test'

test.beforeEach(async ({ page }) => {
  await page.goto('/e2e/pages/host.html?locale=en-US')
  await page.locator('#first input').first().waitFor()
})

test('a screen reader tells the main job from top to bottom, each thing once', async ({ page }) => {
  const first = page.locator('#first')
  await first.getByRole('textbox', { name: 'Callee number' }).fill('13888888888')
  await expect(first.getByRole('radio')).toHaveCount(5)
  const said = await page.evaluate(async () => {
    const container = document.getElementById('first')
    await window.reader.start({ container: container ?? document.body })
    while ((await window.reader.lastSpokenPhrase()) !== 'button, Dial') {
      await window.reader.next()
    }
    return window.reader.spokenPhraseLog()
  })
  expect(said).toEqual([
    'Callee number',
    'textbox, Callee number, 138 8888 8888, 北京',
    'button, Clear',
    'paragraph',
    '北京',
    'end of paragraph',
    'group, Skill groups',
    'Skill groups',
    'checkbox, 售前咨询, checked',
    '售前咨询',
    'end of group, Skill groups',
    'status',
    '5 numbers found',
    'end of status',
    'radiogroup, Caller numbers',
    'radio, 010 8000 0000 北京 Same city, checked, key shortcuts Alt+1, position 1, set size 5',
    'radio, 010 8000 0001 北京 Same city, not checked, key shortcuts Alt+2, position 2, set size 5',
    'radio, 010 8000 0002 浙江 杭州 Other region, not checked, key shortcuts Alt+3, position 3, set size 5',
    'radio, 010 8000 0003 浙江 杭州 Other region, not checked, key shortcuts Alt+4, position 4, set size 5',
    'radio, 010 8000 0004 浙江 杭州 Other region, not checked, key shortcuts Alt+5, position 5, set size 5',
    'end of radiogroup, Caller numbers',
    'button, More',
    'button, Dial',
  ])
})

test('what happens is announced once, in a few words', async ({ page }) => {
  await page.evaluate(async () => {
    const container = document.getElementById('first')
    await window.reader.start({ container: container ?? document.body })
  })
  const first = page.locator('#first')
  const callee = first.getByRole('textbox', { name: 'Callee number' })
  await callee.fill('13888888888')
  await expect(first.getByRole('radio')).toHaveCount(5)
  await callee.press('Enter')
  await expect(first.getByRole('status')).toHaveText('Dialing 138 8888 8888')
  const announced = () =>
    page.evaluate(async () =>
      (await window.reader.spokenPhraseLog()).filter((phrase) =>
        /^(polite|assertive):/.test(phrase),
      ),
    )
  await expect
    .poll(announced)
    .toEqual([
      'polite: Finding numbers…',
      'polite: 5 numbers found',
      'polite: Dialing 138 8888 8888',
    ])
})
