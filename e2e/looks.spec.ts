import type { Locator, Page } from '@playwright/test'
import { expect, type Picker, test } from './picker.ts'

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
  expect(selectors.filter((selector) => !/^(\.onp|:host)/.test(selector.trim()))).toEqual([])
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

/** What is wider than the room it has. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.host-panel, .onp, .onp *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `${element.tagName}.${element.className}`),
  )
}

/** Words in a row of the list that stand on others of it. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seenOf = (part: Element) => {
      const box = part.getBoundingClientRect()
      if (part.tagName === 'INPUT' || getComputedStyle(part).overflow === 'hidden') return box
      const range = document.createRange()
      range.selectNodeContents(part)
      return range.getBoundingClientRect()
    }
    const share = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2
    return [...document.querySelectorAll('.onp-candidate')].flatMap((row) => {
      const boxes = [...row.children].map(seenOf)
      const crossed = boxes.some((a, index) => boxes.slice(index + 1).some((b) => share(a, b)))
      return crossed ? [row.textContent ?? ''] : []
    })
  })
}

/** What a host’s style sheet says besides. */
async function style(page: Page, content: string) {
  await page.addStyleTag({ content })
}

for (const [width, locale] of [
  [280, 'zh-CN'],
  [320, 'zh-CN'],
  [280, 'en-US'],
  [480, 'en-US'],
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
    await picker.open('basics--empty', { width, locale })
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
    await picker.open('guards-and-notes--notes-and-caps', { width, locale })
    await picker.callee.fill('057187654321')
    await expect(picker.radios).toHaveCount(5)
    expect(await cutOff(page)).toEqual([])
    expect(await overlaps(page)).toEqual([])
  })
}

for (const locale of ['zh-CN', 'en-US'] as const) {
  for (const [where, css] of [
    ['with letters of 18 px at 280 px', '.onp { --onp-font-size: 18px }'],
    ['with letters of 24 px at 280 px', '.onp { --onp-font-size: 24px }'],
    ['at 200 px', '.host .host-panel { inline-size: 200px !important }'],
  ] as const) {
    test(`rows and number are whole ${where} in ${locale}`, async ({ picker, page }) => {
      await picker.open('guards-and-notes--notes-and-caps', { width: 280, locale })
      await style(page, css)
      await picker.callee.fill('057187654321')
      await expect(picker.radios).toHaveCount(5)
      await expect.poll(() => overlaps(page)).toEqual([])
      if (!where.includes('24')) expect(await cutOff(page)).toEqual([])
      for (const place of await page.locator('.onp-place').all()) {
        expect((await place.boundingBox())?.width).toBeGreaterThan(24)
      }
    })
  }
}

test('a long place below the callee takes more lines and no more room', async ({
  picker,
  page,
}) => {
  await page.route('**/aliyun/ccc/api?action=PickOutboundNumbers*', (route) => {
    const City = '黔西南布依族苗族自治州<img src=x onerror=alert(1)>'.repeat(2)
    const Data = [{ Callee: { City, Province: '贵州' }, Caller: { Number: '01080000000', City } }]
    return route.fulfill({ json: { Code: 'OK', RequestId: 'R-1', Data } })
  })
  await picker.openDesktop()
  await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(4)
  await picker.paste('01089898989')
  await expect(picker.radios).toHaveCount(1)
  const hint = page.locator('.onp-callee .onp-hint')
  await expect(hint).toContainText('<img src=x')
  const box = await hint.boundingBox()
  const below = await picker.skillGroups.boundingBox()
  expect(box?.height).toBeGreaterThan(30)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
  expect(await overlaps(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
})

/** The edges of the words of an element, from its first letter to its last. */
function edges(element: Element) {
  const range = document.createRange()
  range.selectNodeContents(element)
  const words = range.getBoundingClientRect()
  const letter = (at: number) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text
    range.setStart(text, at < 0 ? text.length + at : at)
    range.setEnd(text, at < 0 ? text.length + at + 1 : at + 1)
    return range.getBoundingClientRect().left
  }
  const box = element.getBoundingClientRect()
  return {
    toLeft: Math.round(words.left - box.left),
    toRight: Math.round(box.right - words.right),
    first: letter(0),
    last: letter(-1),
  }
}

test('on a page from right to left, words stand at the right and are read as they are written', async ({
  picker,
  page,
}) => {
  await picker.open('guards-and-notes--refuses', { locale: 'en-US', width: 480 })
  await page.evaluate(() => {
    document.dir = 'rtl'
  })
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.dial.click()
  await expect(picker.alert).toBeVisible()

  const refusal = await picker.alert.getByText(/\.$/).evaluate(edges)
  expect(refusal.toRight).toBe(0)
  expect(refusal.last).toBeGreaterThan(refusal.first)
  const status = await picker.status.evaluate(edges)
  expect(status.toLeft).toBe(0)
  expect(status.last).toBeGreaterThan(status.first)
  for (const part of await page.locator('.onp-number, .onp-place').all()) {
    const words = await part.evaluate(edges)
    expect(words.toRight).toBe(0)
    expect(words.last).toBeGreaterThanOrEqual(words.first)
  }

  await page.getByRole('button', { name: 'All numbers' }).click()
  for (const field of [picker.callee, page.getByRole('searchbox')]) {
    await expect(field).toHaveCSS('direction', 'ltr')
    await expect(field).toHaveCSS('text-align', 'right')
  }
  const radio = await picker.radios.first().boundingBox()
  const number = await page.locator('.onp-number').first().boundingBox()
  expect(radio?.x).toBeGreaterThan((number?.x ?? 0) + (number?.width ?? 0))
  expect(await overlaps(page)).toEqual([])
})

test('what became of a press stands below all that can be clicked, and nothing takes no room', async ({
  picker,
  page,
}) => {
  for (const density of ['comfortable', 'compact'] as const) {
    await picker.open('guards-and-notes--warns', { density })
    await picker.callee.fill('13888888888')
    await expect(picker.radios).toHaveCount(5)
    const bottom = async (part: Locator) => {
      const { y, height } = (await part.boundingBox()) ?? { y: 0, height: 0 }
      return y + height
    }
    const panel = page.locator('.onp')
    const remember = page.locator('.onp-remember')
    const padding = await panel.evaluate((element) => getComputedStyle(element).paddingBottom)
    const empty = (await bottom(panel)) - (await bottom(remember))
    expect(empty).toBeCloseTo(Number.parseFloat(padding), 0)

    const before = await remember.boundingBox()
    await picker.dial.click()
    await expect(picker.alert).toBeVisible()
    expect(await remember.boundingBox()).toEqual(before)
    const { y = 0 } = (await picker.alert.boundingBox()) ?? {}
    expect(y).toBeGreaterThan(await bottom(remember))
    const rest = (await bottom(panel)) - (await bottom(picker.alert))
    expect(rest).toBeCloseTo(Number.parseFloat(padding), 0)
  }
})

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

test('with forced colours every control shows that it has the focus', async ({ picker, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await picker.open('guards-and-notes--warns')
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await page.getByRole('button', { name: '全部号码' }).click()
  await expect(picker.radios).toHaveCount(50)
  await picker.callee.press('Enter')
  await expect(page.getByRole('button', { name: '仍要拨打' })).toBeFocused()
  await picker.callee.focus()
  const seen: string[] = []
  for (;;) {
    const focused = page.locator('.onp :focus')
    if ((await focused.count()) === 0) break
    const { name, ...ring } = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
      const { tagName, className, id, textContent } = element as HTMLElement
      const name = [tagName, className, id, textContent].join(' ')
      return { name, outlineStyle, outlineWidth, outlineColor }
    })
    seen.push(name)
    expect(ring, name).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px' })
    expect(ring.outlineColor, name).not.toMatch(/transparent|, 0\)$/)
    await page.keyboard.press('Tab')
  }
  // Callee, clear, four groups, filter, radio, back, pin, dial, remember, confirm, cancel.
  expect(seen).toHaveLength(14)
})

test('who wants less motion gets none', async ({ picker, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await picker.open()
  await picker.callee.fill('19900000011')
  await expect(page.locator('.onp-skeleton')).toHaveCSS('animation-name', 'none')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await expect(page.locator('.onp-skeleton')).not.toHaveCSS('animation-name', 'none')
})

test('a compact picker takes less room', async ({ picker, page }) => {
  const heights: number[] = []
  for (const density of ['comfortable', 'compact'] as const) {
    await picker.open('basics--ready', { density })
    await picker.callee.fill('13888888888')
    await expect(picker.radios).toHaveCount(5)
    heights.push((await page.locator('.onp').boundingBox())?.height ?? 0)
  }
  const [comfortable = 0, compact = 0] = heights
  expect(compact).toBeLessThan(comfortable * 0.9)
})

/** Stories that have, together, everything that a pointer can hit. */
const withTargets = [
  'guards-and-notes--notes-and-caps',
  'guards-and-notes--warned',
  'all-numbers--opened',
  'basics--several-numbers',
  'edges--no-group-list',
  'faults--unknown-instance',
  'faults--session-expired',
]

for (const density of ['comfortable', 'compact'] as const) {
  for (const locale of ['zh-CN', 'en-US'] as const) {
    test(`every target of a ${density} picker has 24 by 24 px in ${locale}`, async ({
      picker,
      page,
    }) => {
      for (const story of withTargets) {
        await picker.open(story, { density, locale })
        expect(await smallTargets(page), story).toEqual([])
      }
    })
  }
}

/** A control in a label is hit where the label is. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.onp :is(a, button, input, label)')]
      .map((control) => control.closest('label') ?? control)
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        return width < 24 || height < 24
      })
      .map((target) => target.outerHTML),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`what cannot be clicked now looks so, and can be read, with the theme "${theme}"`, async ({
    picker,
  }) => {
    await picker.open('basics--empty', { theme })
    await expect(picker.dial).toHaveAttribute('aria-disabled', 'true')
    await expect(picker.dial).toHaveCSS('cursor', 'default')
    expect(await hintOf(picker)).toBe('none')
    const off = await lookOf(picker)
    expect(contrast(off.color, off.backgroundColor)).toBeGreaterThanOrEqual(4.5)

    await picker.open('basics--ready', { theme })
    expect(await hintOf(picker)).toContain('Enter')
    expect((await lookOf(picker)).backgroundColor).not.toBe(off.backgroundColor)

    // The buttons of a warning are off for less than half a second, on a surface of its own.
    await picker.open('guards-and-notes--warned', { theme })
    const buttons = picker.alert.getByRole('button')
    await expect(buttons.first()).not.toHaveAttribute('aria-disabled')
    const on = await buttons.first().evaluate((button) => getComputedStyle(button).color)
    const [color, surface] = await buttons.first().evaluate((button) => {
      button.setAttribute('aria-disabled', 'true')
      const { color } = getComputedStyle(button)
      const box = button.closest('[role=alert]') ?? button
      return [color, getComputedStyle(box).backgroundColor]
    })
    expect(color).not.toBe(on)
    expect(contrast(color, surface)).toBeGreaterThanOrEqual(4.5)
  })
}

/** What stands behind the word on the dial button. */
function hintOf({ dial }: Picker): Promise<string> {
  return dial.evaluate((button) => getComputedStyle(button, '::after').content)
}

function lookOf({ dial }: Picker) {
  return dial.evaluate((button) => {
    const { color, backgroundColor } = getComputedStyle(button)
    return { color, backgroundColor }
  })
}

/** As WCAG counts it, of two colours such as `rgb(1, 2, 3)`. */
function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('the theme is the host’s, and without one the system’s', async ({ picker, page }) => {
  for (const [theme, colorScheme, surface] of [
    ['dark', 'light', 'rgb(27, 31, 36)'],
    ['light', 'dark', 'rgb(255, 255, 255)'],
    ['auto', 'dark', 'rgb(27, 31, 36)'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await picker.open('basics--ready', { theme })
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
