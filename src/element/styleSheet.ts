import pickerCss from '../picker/picker.css?inline'

/**
 * The picker's custom properties stand at the host element: a page cannot reach the root inside, which
 * would overrule what the page sets on the element.
 */
const raised = pickerCss.replace(':where(.onp)', ':host')

const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * The picker's style sheet for shadow roots of a document, one for all elements in it. Adopted sheets
 * need no `style-src` of a content security policy.
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
