import pickerCss from '../picker/picker.css?inline'

/**
 * Declares the picker's custom properties on the host element. A page cannot reach the root inside; if
 * they were declared there, they would override what the page sets on the element.
 */
const raised = pickerCss.replace(':where(.onp)', ':host')

const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * The picker's style sheet for shadow roots, shared by all elements in a document. Adopted sheets need no
 * `style-src` in a content security policy.
 */
export function styleSheetOf(document: Document): CSSStyleSheet {
  const known = sheets.get(document)
  if (known) return known
  // A sheet belongs to the document that made it, and an element may have moved into another.
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet
  const sheet = new Sheet()
  sheet.replaceSync(`:host{display:block}:host([hidden]){display:none}${raised}`)
  sheets.set(document, sheet)
  return sheet
}
