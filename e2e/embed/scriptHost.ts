import type { HandsHost } from '../hands/handsHost.ts'

const script = '/plain-html/node_modules/outbound-number-picker/dist/outbound-number-picker.js'

const desk = `<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8" />
  <style>body { margin: 0 }</style>
  <script src="${script}" defer></script>
  <main></main>
  <textarea aria-label="Notes"></textarea>
</html>`

/** The element of the script, as the tarball has it. */
export const scriptHost: HandsHost = {
  name: 'script',
  lacks: [],
  goto: async (page) => {
    await page.route('**/desk', (route) => route.fulfill({ contentType: 'text/html', body: desk }))
    await page.goto('/desk')
    await page.evaluate(() => {
      const { hands } = window
      const { onDial, onCalleeChange, onSelect, locale, defaultCallee, ...settings } = hands.options
      const picker = document.createElement('outbound-number-picker')
      picker.style.cssText = `display: block; width: ${hands.given.width ?? 320}px`
      picker.addEventListener('dial', (event) =>
        event.waitUntil(hands.options.onDial(event.detail)),
      )
      picker.addEventListener('calleechange', ({ detail }) =>
        hands.options.onCalleeChange?.(detail),
      )
      Object.assign(picker, settings)
      const put = () => document.querySelector('main')?.append(picker)
      hands.attach({
        root: picker.shadowRoot ?? document,
        draw: (options) => Object.assign(picker, options),
        handle: picker,
        remove: () => picker.remove(),
        put,
      })
      put()
    })
  },
  root: (page) => page.locator('outbound-number-picker'),
}
