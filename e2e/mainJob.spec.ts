import { expect, expectNeighbours, pasteAndDial, test } from './picker.ts'

test('an agent pastes a number and dials as a neighbour', async ({ picker, page }) => {
  await picker.openDesktop()
  await pasteAndDial(picker)
  await expect(page.locator('.onp-callee')).toContainText('北京')
  const phone = page.getByRole('region', { name: 'Workbench（模拟）' })
  await expect(phone).toContainText('→ 138 8888 8888')
})

for (const [story, way] of [
  ['basics--ready', 'answers as the cloud does'],
  ['edges--camel-case', 'lowers the keys'],
  ['edges--unwrapped', 'unwraps lists'],
  ['edges--json-twice', 'encodes twice'],
] as const) {
  test(`a proxy that ${way} is understood`, async ({ picker, page }) => {
    await picker.open(story)
    await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(4)
    await expect(page.locator('.onp-callee')).toContainText('北京')
    await expectNeighbours(picker)
  })
}

test('the numbers travel in the body, never in the address', async ({ picker }) => {
  await picker.openDesktop()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  expect(picker.picks[0]?.url()).not.toContain('13888888888')
  expect(picker.picks[0]?.postData()).toContain('13888888888')
})

test('a landline is emitted with its full number, leading zero included', async ({
  picker,
  page,
}) => {
  await picker.openDesktop()
  await picker.paste('13888888888')
  await picker.callers.getByRole('radio', { name: '010 8989 8989 北京 同城' }).check()
  await picker.dial.click()
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect((await picker.emitted('dial'))[0]?.caller).toBe('01089898989')
})

for (const [sample, callee] of [
  ['JSON', '199 0000 0001'],
  ['XML', '199 0000 0002'],
] as const) {
  test(`the API page's ${sample} sample comes through the proxy`, async ({ picker }) => {
    await picker.openDesktop()
    await picker.paste(callee)
    await expect(picker.radios).toHaveCount(1)
    await expect(picker.radios).toHaveAccessibleName('010 8989 8989 北京 同城')
    await expect(picker.radios).toBeChecked()
  })
}

test('in English, everything has its English name', async ({ picker }) => {
  await picker.open('basics--empty', { locale: 'en-US' })
  await picker.paste('13888888888')
  await expect(picker.status).toHaveText('5 numbers found')
  await expect(picker.radios.first()).toHaveAccessibleName(/ 北京 Same city$/)
  await expect(picker.dial).toHaveAccessibleName('Dial')

  await picker.callee.fill('1990000000')
  await expect(picker.callee).toHaveAccessibleDescription('1 more digit for a mobile number')
  await picker.callee.fill('19900000001')
  await expect(picker.status).toHaveText('1 number found')
})

test('the page says which cloud answers', async ({ picker, page }) => {
  await picker.openDesktop()
  await expect(page.getByRole('banner')).toContainText('模拟云联络中心')
})
