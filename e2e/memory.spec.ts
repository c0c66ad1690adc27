import { expect, type Picker, test } from './picker.ts'

const KEY = 'outbound-number-picker:1:ccc-test:agent@ccc-test'

/** Dials a customer from the n-th caller and tells that caller's name without its badges. */
async function dialFrom(picker: Picker, callee: string, position: number): Promise<string> {
  await picker.callee.fill(callee)
  await expect(picker.radios).toHaveCount(5)
  await picker.page.keyboard.press(`Alt+${position}`)
  const name = await picker.radios.nth(position - 1).getAttribute('aria-label')
  await picker.callee.press('Enter')
  await expect.poll(async () => (await picker.emitted('dial'))[0]?.callee).toBe(callee)
  return name ?? ''
}

const stored = (picker: Picker) =>
  picker.page.evaluate(() => JSON.stringify(Object.entries({ ...localStorage })))

test('the number that a customer saw last comes first the next time, and says so', async ({
  picker,
}) => {
  await picker.open('memory--kept')
  const name = await dialFrom(picker, '13888888888', 4)
  await expect.poll(() => stored(picker)).toContain('customer')
  expect(await stored(picker)).toContain(KEY)
  await picker.open('memory--kept')
  await picker.callee.fill('13888888888')
  await expect(picker.radios.first()).toHaveAccessibleName(`${name} 上次使用`)
  await expect(picker.callers.getByText('上次使用')).toBeVisible()
  await expect(picker.radios.first()).toBeChecked()

  await picker.callee.fill('13999999999')
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.callers).not.toContainText('上次使用')
})

test('no customer’s number is stored, neither as it is nor hashed without a salt', async ({
  picker,
  page,
}) => {
  const customers: (string | undefined)[] = []
  for (let browser = 0; browser < 2; browser++) {
    await picker.open('memory--kept')
    await dialFrom(picker, '13888888888', 2)
    await expect.poll(() => stored(picker)).toContain('customer')
    expect(await stored(picker)).not.toContain('13888888888')
    customers.push(/customer\W+([\d.]{31,})/.exec(await stored(picker))?.[1])
    await page.evaluate(() => localStorage.clear())
  }
  expect(customers[0]).toBeDefined()
  expect(customers[0]).not.toBe(customers[1])
})

test('skill groups are as the agent left them', async ({ picker }) => {
  await picker.open('memory--kept')
  await picker.skillGroups.getByRole('checkbox', { name: '售前咨询' }).uncheck()
  await picker.open('memory--kept')
  await expect(picker.skillGroups.getByRole('checkbox', { name: '售前咨询' })).not.toBeChecked()
  await expect(picker.skillGroups.getByRole('checkbox', { name: '售后服务' })).toBeChecked()
})

test('the agent can switch remembering off, which forgets at once', async ({ picker, page }) => {
  await picker.open('memory--kept')
  await dialFrom(picker, '13888888888', 4)
  await expect.poll(() => stored(picker)).toContain('customer')
  await picker.skillGroups.getByRole('checkbox', { name: '售后服务' }).uncheck()
  const remember = page.getByRole('checkbox', { name: '记住客户上次看到的号码' })
  await remember.uncheck()
  await expect.poll(() => stored(picker)).not.toContain('customer')
  await picker.open('memory--kept')
  await dialFrom(picker, '13888888888', 3)
  await picker.skillGroups.getByRole('checkbox', { name: '售前咨询' }).uncheck()
  await picker.open('memory--kept')
  await expect(remember).not.toBeChecked()
  await expect(picker.skillGroups.getByRole('checkbox', { checked: true })).toHaveCount(4)
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.callers).not.toContainText('上次使用')
})

test('what was forgotten is not known again when the agent switches remembering on', async ({
  picker,
  page,
}) => {
  await picker.open('memory--kept')
  await dialFrom(picker, '13888888888', 4)
  await expect.poll(() => stored(picker)).toContain('customer')
  await picker.callee.fill('')
  await expect(picker.radios).toHaveCount(0)
  await picker.callee.fill('13888888888')
  await expect(picker.callers.getByText('上次使用')).toBeVisible()
  const remember = page.getByRole('checkbox', { name: '记住客户上次看到的号码' })
  await remember.uncheck()
  await expect(picker.callers).not.toContainText('上次使用')
  await remember.check()
  await expect(picker.callers).not.toContainText('上次使用')
})

test('a host that clears the storage in another tab, as after a logout, clears it here too', async ({
  picker,
  page,
  context,
}) => {
  await picker.open('memory--kept')
  await dialFrom(picker, '13888888888', 4)
  await expect.poll(() => stored(picker)).toContain('customer')
  const other = await context.newPage()
  await other.goto(new URL('icon.svg', page.url()).href)
  await other.evaluate(() => localStorage.clear())
  // What is cleared is not written anew.
  await picker.callee.fill('')
  await expect(picker.radios).toHaveCount(0)
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.callers).not.toContainText('上次使用')
  expect(await stored(picker)).toBe('[]')
  await page.getByRole('button', { name: '固定此号码' }).click()
  await expect.poll(() => stored(picker)).toMatch(/pins\W+\d/)
  expect(await stored(picker)).not.toContain('customer')
})

test('where the host wants nothing remembered, nothing is stored and no switch is shown', async ({
  picker,
  page,
}) => {
  await picker.open('memory--off')
  await dialFrom(picker, '13888888888', 4)
  await expect(page.getByRole('checkbox', { name: '记住客户上次看到的号码' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '固定此号码' })).toHaveCount(0)
  expect(await stored(picker)).not.toContain('outbound-number-picker')
})

test('where the host wants nothing remembered any more, nothing from before is used', async ({
  picker,
  page,
}) => {
  await picker.open('memory--kept')
  await dialFrom(picker, '13888888888', 4)
  await page.getByRole('button', { name: '固定此号码' }).click()
  await expect.poll(() => stored(picker)).toContain('customer')
  await picker.skillGroups.getByRole('checkbox', { name: '售前咨询' }).uncheck()

  await picker.open('memory--off')
  await expect(picker.skillGroups.getByRole('checkbox', { checked: true })).toHaveCount(4)
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.callers).not.toContainText(/上次使用|已固定/)
})

test.describe('a storage that is of no use', () => {
  for (const [trouble, spoil] of [
    [
      'blocked',
      () => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
      },
    ],
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      },
    ],
    [
      'corrupt',
      () => localStorage.setItem('outbound-number-picker:1:ccc-test:agent@ccc-test', '{"salt":7,'),
    ],
    [
      'of another shape',
      () =>
        localStorage.setItem(
          'outbound-number-picker:1:ccc-test:agent@ccc-test',
          '{"salt":"s","enabled":true,"lastCallers":[null],"skillGroupIds":null,"pins":null}',
        ),
    ],
  ] as const) {
    test(`leaves the picker working, and nothing is said: ${trouble}`, async ({ picker, page }) => {
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(error.message))
      await page.addInitScript(spoil)
      // MSW itself cannot do without storage.
      await picker.openDesktop()
      await dialFrom(picker, '13888888888', 2)
      expect(said).toEqual([])
    })
  }
})

test('a pinned number comes first wherever it is offered, until it is unpinned', async ({
  picker,
  page,
}) => {
  await picker.open('memory--kept')
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await page.keyboard.press('Alt+5')
  const name = await picker.radios.nth(4).getAttribute('aria-label')
  await page.getByRole('button', { name: '固定此号码' }).click()
  await expect(picker.radios.first()).toHaveAccessibleName(`${name} 已固定`)

  await picker.open('memory--kept')
  await picker.callee.fill('13888888888')
  await expect(picker.radios.first()).toHaveAccessibleName(`${name} 已固定`)
  await expect(picker.radios.first()).toBeChecked()
  await page.getByRole('button', { name: '固定此号码', pressed: true }).click()
  await expect(picker.callers).not.toContainText('已固定')
})
