import type { Measure } from '../measure.ts'
import { answerOf, callers } from '../pages/answers.ts'
import type { Site } from '../site.ts'

const NUMBERS = ['13912345678', '01089898989', '02188887777']

/** How often the proxy is asked. */
export async function measureRequests(site: Site): Promise<Measure> {
  const page = await site.browser.newPage({ locale: 'zh-CN' })
  let asked = 0
  await page.route('**/aliyun/ccc/api**', (route) => {
    asked++
    return route.fulfill({ json: answerOf(callers(5)).data })
  })
  await page.goto(site.url('script'))
  const field = page.getByRole('textbox', { name: '被叫号码' })
  await field.waitFor()
  const dialed = await page.evaluateHandle(() => {
    const callees: string[] = []
    document.addEventListener('dial', (event) => {
      if (!(event instanceof CustomEvent)) return
      callees.push(event.detail.callee)
      Reflect.apply(Reflect.get(event, 'waitUntil'), event, [undefined])
    })
    return callees
  })

  let whileTyping = 0
  for (const [index, number] of NUMBERS.entries()) {
    await field.focus()
    await field.press('ControlOrMeta+A')
    const before = asked
    await field.pressSequentially(number.slice(0, -1), { delay: 60 })
    whileTyping += asked - before
    await field.press(number.slice(-1))
    await page.getByRole('radio').first().waitFor()
    await field.press('Enter')
    await page.waitForFunction(([dialed, count]) => dialed.length === count, [
      dialed,
      index + 1,
    ] as const)
  }
  await page.close()
  return {
    title: 'Requests',
    meaning: `Requests to the proxy for ${NUMBERS.length} numbers, of mobiles and fixed lines, that are typed key by key and dialed.`,
    rows: [
      {
        name: 'before the last digit',
        values: { 'a number': whileTyping / NUMBERS.length },
        unit: 'requests',
        aims: [
          { what: 'a number', limit: 0, reached: whileTyping / NUMBERS.length, unit: 'requests' },
        ],
      },
      {
        name: 'until it is dialed',
        values: { 'a number': asked / NUMBERS.length },
        unit: 'requests',
        aims: [{ what: 'a number', limit: 1, reached: asked / NUMBERS.length, unit: 'requests' }],
      },
    ],
  }
}
