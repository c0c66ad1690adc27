import { expect, test } from './picker.ts'

test('groups are loaded for the agent, and only those that can dial', async ({ picker }) => {
  await picker.open()
  const boxes = picker.skillGroups.getByRole('checkbox')
  await expect(boxes).toHaveCount(4)
  await expect(picker.skillGroups.getByRole('checkbox', { name: '售前咨询' })).toBeChecked()
  await expect(picker.skillGroups).not.toContainText('在线客服')
})

test('groups given by the host are used as they are, and nothing is loaded', async ({
  picker,
  page,
}) => {
  const loads: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('ListSkillLevelsOfUser')) loads.push(request.url())
  })
  await picker.open('edges--groups-of-the-host')
  await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(2)
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  expect(loads).toHaveLength(0)
})

test('a group that is unticked is not picked from, and the question is asked anew', async ({
  picker,
  page,
}) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.skillGroups.getByRole('checkbox', { name: '售前咨询' }).uncheck()
  await expect.poll(() => picker.picks.length).toBe(2)
  await expect(picker.radios).not.toHaveCount(0)
  await picker.dial.click()
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect((await picker.emitted('dial'))[0]?.skillGroupIds).toEqual([
    'aftersales@ccc-test',
    'members@ccc-test',
    'accounts@ccc-test',
  ])
})

test('without any group the agent is asked to choose one, and nothing is sent', async ({
  picker,
  page,
}) => {
  await picker.open('edges--groups-of-the-host')
  for (const box of await picker.skillGroups.getByRole('checkbox').all()) await box.uncheck()
  const { length } = picker.picks
  await picker.paste('13999999999')
  await expect(page.getByText('至少需要一个技能组。')).toBeVisible()
  await expect(picker.dial).toBeDisabled()
  expect(picker.picks).toHaveLength(length)
})

test('ids are typed where there is no list, and count once the agent leaves the field', async ({
  picker,
  page,
}) => {
  await picker.open('edges--no-group-list')
  await picker.skillGroupIds.fill('presales@ccc-test， members@ccc-test presales@ccc-test')
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)

  await picker.skillGroupIds.pressSequentially('x')
  await expect(picker.dial).toBeDisabled()
  expect(picker.picks).toHaveLength(1)

  await picker.skillGroupIds.press('Backspace')
  await picker.skillGroupIds.press('Enter')
  await expect(picker.radios).toHaveCount(5)
  await picker.callee.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect((await picker.emitted('dial'))[0]?.skillGroupIds).toEqual([
    'presales@ccc-test',
    'members@ccc-test',
  ])
})

test('a list that cannot be loaded is explained, and ids can be typed instead', async ({
  picker,
  page,
}) => {
  await page.route('**/aliyun/ccc/api?action=ListSkillLevelsOfUser*', (route) =>
    route.fulfill({ status: 403, json: { Code: 'Forbidden.Action', Message: 'No.' } }),
  )
  await picker.openDesktop()
  await expect(picker.alert).toContainText('没有权限')
  await picker.skillGroupIds.fill('presales@ccc-test')
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
})
