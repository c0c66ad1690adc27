import type { Page } from '@playwright/test'
import { expect, test } from './picker.ts'

/** Where everything in the first picker stands, and how its words are set. */
async function layout(page: Page) {
  await page.locator('#first input[type=tel]').fill('13888888888')
  await page.locator('#first [role=radio], #first input[type=radio]').first().waitFor()
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#first .onp, #first .onp *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const { fontSize, color, letterSpacing, textTransform, appearance } =
        getComputedStyle(element)
      const box = [x, y, width, height].map(Math.round).join(' ')
      const style = [fontSize, color, letterSpacing, textTransform, appearance].join(' ')
      return `${element.tagName} ${element.className} ${box} ${style}`
    }),
  )
}

test('a host’s careless style sheet changes nothing in the picker', async ({ page }) => {
  await page.goto('/e2e/pages/host.html')
  const kind = await layout(page)
  await page.goto('/e2e/pages/host.html?hostile')
  expect(await layout(page)).toEqual(kind)
})

test('the picker’s style sheet names nothing outside it', async ({ page }) => {
  await page.goto('/e2e/pages/host.html')
  const selectors = await page.evaluate(() =>
    [...document.styleSheets]
      .filter(({ href }) => href !== null)
      .flatMap((sheet) => [...sheet.cssRules])
      .flatMap((rule) => ('cssRules' in rule ? [rule, ...(rule.cssRules as CSSRuleList)] : [rule]))
      .flatMap((rule) =>
        rule instanceof CSSStyleRule ? rule.selectorText.split(/,(?![^(]*\))/) : [],
      ),
  )
  expect(selectors.length).toBeGreaterThan(50)
  expect(selectors.filter((selector) => !/^(:where\()?\.onp/.test(selector.trim()))).toEqual([])
})

test('two pickers on a page have no id in common', async ({ page }) => {
  await page.goto('/e2e/pages/host.html')
  await page.locator('#second input[type=tel]').waitFor()
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('two pickers on a page share neither number nor choice', async ({ page }) => {
  await page.goto('/e2e/pages/host.html')
  for (const id of ['first', 'second']) {
    await page.locator(`#${id} input[type=tel]`).fill('13888888888')
    await page.locator(`#${id} input[type=radio]`).first().waitFor()
  }
  await page.locator('#first input[type=radio]').nth(2).check()
  await expect(page.locator('#second input[type=radio]').first()).toBeChecked()
  await page.locator('#first input[type=tel]').fill('')
  await expect(page.locator('#second input[type=tel]')).toHaveValue('138 8888 8888')
})

for (const [width, locale] of [
  ['280', 'zh-CN'],
  ['320', 'zh-CN'],
  ['280', 'en-US'],
  ['480', 'en-US'],
] as const) {
  test(`nothing moves from loading to dialing at ${width} px in ${locale}`, async ({
    picker,
    page,
  }) => {
    await page.addInitScript(() => {
      window.shifts = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // Shifts right after a key count too: they are the ones an agent sees.
          const sources = 'sources' in entry ? (entry.sources as { node: Element | null }[]) : []
          for (const { node } of sources) {
            if (node?.closest?.('.onp')) window.shifts.push(node.className)
          }
        }
      }).observe({ type: 'layout-shift', buffered: false })
    })
    await picker.open({ width, locale })
    await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(4)
    await picker.paste('19900000010')
    await expect(page.locator('.onp-skeleton')).toBeVisible()
    await expect(page.locator('.onp-skeleton i')).toHaveCount(5)
    await expect(picker.radios).toHaveCount(5)
    const button = await picker.dial.boundingBox()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-event=dial]')).toHaveCount(1)
    expect(await picker.dial.boundingBox()).toEqual(button)
    expect(await page.evaluate(() => window.shifts)).toEqual([])
  })

  test(`nothing is cut off at ${width} px in ${locale}`, async ({ picker, page }) => {
    await picker.open({ width, locale, notes: 'on' })
    await picker.callee.fill('057187654321')
    await expect(picker.radios).toHaveCount(5)
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.desktop-picker, .onp, .onp *')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .filter((element) => getComputedStyle(element).display !== 'inline')
        .map((element) => `${element.tagName}.${element.className}`),
    )
    expect(cut).toEqual([])
  })
}

test('with forced colours the selected row and the dial button are outlined', async ({
  picker,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await picker.open()
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  const row = page.locator('[part=candidate]').first()
  await expect(row).toHaveCSS('outline-style', 'solid')
  await expect(page.locator('[part=candidate]').nth(1)).toHaveCSS('outline-style', 'none')
  await expect(picker.dial).toHaveCSS('border-top-style', 'solid')
})

test('who wants less motion gets none', async ({ picker, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await picker.open()
  await picker.callee.fill('19900000011')
  await expect(page.locator('.onp-skeleton')).toHaveCSS('animation-name', 'none')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await expect(page.locator('.onp-skeleton')).not.toHaveCSS('animation-name', 'none')
})

test('a compact picker takes less room and keeps its targets large enough', async ({
  picker,
  page,
}) => {
  const heights: number[] = []
  for (const density of ['comfortable', 'compact'] as const) {
    await picker.open({ density })
    await picker.callee.fill('13888888888')
    await expect(picker.radios).toHaveCount(5)
    heights.push((await page.locator('.onp').boundingBox())?.height ?? 0)
    const rows = await page.locator('[part=candidate], .onp-chip').all()
    for (const row of rows) expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  }
  const [comfortable = 0, compact = 0] = heights
  expect(compact).toBeLessThan(comfortable * 0.9)
})

test('the theme is the host’s, and without one the system’s', async ({ picker, page }) => {
  for (const [theme, colorScheme, surface] of [
    ['dark', 'light', 'rgb(27, 31, 36)'],
    ['light', 'dark', 'rgb(255, 255, 255)'],
    ['auto', 'dark', 'rgb(27, 31, 36)'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await picker.open({ theme })
    await expect(page.locator('.onp')).toHaveCSS('background-color', surface)
  }
})

test('custom properties set by the host are taken', async ({ picker, page }) => {
  await picker.open()
  await picker.callee.fill('13888888888')
  await expect(picker.dial).toBeEnabled()
  const taken = [
    ['--onp-font-size', '15px', '.onp', 'font-size'],
    ['--onp-radius', '2px', '[part=dial]', 'border-top-left-radius'],
    ['--onp-row', '50px', '[part=candidate]', 'height'],
    ['--onp-surface', 'rgb(1, 2, 3)', '.onp', 'background-color'],
    ['--onp-text', 'rgb(4, 5, 6)', '.onp', 'color'],
    ['--onp-muted', 'rgb(7, 8, 9)', '.onp-place', 'color'],
    ['--onp-line', 'rgb(10, 11, 12)', '[part=candidates]', 'border-top-color'],
    ['--onp-accent', 'rgb(13, 14, 15)', '.onp-callee .onp-field', 'border-top-color'],
    ['--onp-selected', 'rgb(16, 17, 18)', '[part=candidate]', 'background-color'],
    ['--onp-dial', 'rgb(212, 56, 13)', '[part=dial]', 'background-color'],
    ['--onp-on-dial', 'rgb(19, 20, 21)', '[part=dial]', 'color'],
    ['--onp-same-city', 'rgb(22, 23, 24)', '[part=match]', 'color'],
  ] as const
  const style = taken.map(([property, value]) => `${property}: ${value}`).join(';')
  await page.evaluate((css) => {
    const sheet = Object.assign(document.createElement('style'), { textContent: css })
    document.head.prepend(sheet)
  }, `.onp { ${style} }`)
  for (const [, value, where, name] of taken) {
    await expect(page.locator(where).first()).toHaveCSS(name, value)
  }
})

test('a host’s own words take the place of some, and the rest stays', async ({ page }) => {
  await page.goto('/e2e/pages/host.html?own')
  const first = page.locator('#first')
  await expect(first.locator('.onp-keys')).toHaveText('↑↓Alt+1…9选号Enter呼出Esc清空')
  await first.getByRole('textbox', { name: '被叫号码' }).fill('13888888888')
  await expect(first.getByRole('radio').first()).toHaveAccessibleName('010 8000 0000 北京 本地')
  await expect(first.getByRole('radio').nth(3)).toHaveAccessibleName('010 8000 0003 浙江 杭州 异地')
  await expect(first.getByRole('button', { name: '呼出' })).toBeEnabled()
})

test('of a thousand candidates only those in view are laid out', async ({ page }) => {
  await page.goto('/e2e/pages/host.html?candidates=1000')
  const first = page.locator('#first')
  await first.getByRole('textbox', { name: '被叫号码' }).fill('13888888888')
  await expect(first.getByRole('radio')).toHaveCount(1000)
  const number = first.locator('.onp-number').last()
  const laidOut = () =>
    number.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))
  expect(await laidOut()).toBe(false)
  await page.keyboard.press('ArrowUp')
  await expect(first.getByRole('radio').last()).toBeChecked()
  await expect.poll(laidOut).toBe(true)
  await expect(number).toBeInViewport()
})

declare global {
  interface Window {
    shifts: string[]
  }
}
