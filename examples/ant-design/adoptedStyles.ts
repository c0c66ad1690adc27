/**
 * Takes the place of the modules through which Ant Design styles a page (see `vite.config.ts`). They write `<style>`
 * elements while the page runs, which a content security policy forbids unless it allows `'unsafe-inline'` or a nonce,
 * and write them as HTML, which trusted types forbid. Here each style is a sheet that the page adopts, as any policy
 * allows. Where yours allows the elements, leave this out.
 */
const styles = new Map<string, { sheet: CSSStyleSheet; priority: number }>()

interface Options {
  prepend?: boolean | 'queue'
  priority?: number
}

export function updateCSS(css: string, key: string, { prepend, priority = 0 }: Options = {}) {
  const { sheet } = styles.get(key) ?? { sheet: new CSSStyleSheet() }
  sheet.replaceSync(css)
  styles.set(key, { sheet, priority: prepend === true ? Number.NEGATIVE_INFINITY : priority })
  const inOrder = [...styles.values()].sort((a, b) => a.priority - b.priority)
  document.adoptedStyleSheets = inOrder.map((style) => style.sheet)
  // Ant Design marks the element that it expects.
  return document.createElement('style')
}

export function removeCSS(key: string) {
  const sheet = styles.get(key)?.sheet
  styles.delete(key)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
}

/** What else is imported from the same modules. */
export { updateCSS as injectCSS }
export const getShadowRoot = () => null
export const warningOnce = () => {}
