import pickerCss from '../picker/picker.css?inline'

const sheets = new WeakMap<Document, CSSStyleSheet>()

/** Where the package's `style.css` is served; see {@link setStyleSheetUrl}. */
let url: string | null = null

/**
 * Says where the package's `style.css` is served. Only Firefox before 101 and Safari before 16.4 load it, and need it
 * only under a policy without `style-src 'unsafe-inline'`: they cannot make a style sheet in a script. The script-tag
 * build finds the file beside itself.
 *
 * @example
 * setStyleSheetUrl('/assets/outbound-number-picker/style.css')
 */
export function setStyleSheetUrl(address: string): void {
  url = address
}

/**
 * Gives a shadow root the picker's style sheet, which all elements of a document share. Adopted sheets need no
 * `style-src` in a content security policy. Returns false where a browser cannot do that.
 */
export function adoptStyleSheet(shadow: ShadowRoot): boolean {
  const { ownerDocument: document } = shadow
  // A sheet belongs to the document that made it, and an element may have moved into another.
  const Sheet = document.defaultView?.CSSStyleSheet
  if (!Sheet || !('replaceSync' in Sheet.prototype) || !('adoptedStyleSheets' in shadow))
    return false
  const sheet = sheets.get(document) ?? new Sheet()
  if (!sheets.has(document)) sheet.replaceSync(pickerCss)
  sheets.set(document, sheet)
  shadow.adoptedStyleSheets = [sheet]
  return true
}

/** An element with the same rules, for browsers that adopt none. */
export function styleElement(): { tag: 'link' | 'style'; props: Record<string, string> } {
  return url === null
    ? { tag: 'style', props: { children: pickerCss } }
    : { tag: 'link', props: { rel: 'stylesheet', href: url } }
}
