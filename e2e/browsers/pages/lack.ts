/**
 * Takes from the page what Chromium 92 has, but Firefox 91 or Safari 15.4 has not: those two are supported, and there
 * is no build of them to test in.
 */
export function lackWhatOthersLack(): void {
  Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets')
  Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets')
  Reflect.deleteProperty(CSSStyleSheet.prototype, 'replace')
  Reflect.deleteProperty(CSSStyleSheet.prototype, 'replaceSync')
  window.CSSStyleSheet = new Proxy(CSSStyleSheet, {
    construct: () => {
      throw new TypeError('Illegal constructor')
    },
  })
  Reflect.deleteProperty(Navigator.prototype, 'locks')
}
