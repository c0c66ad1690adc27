import pickerCss from '../picker/picker.css?inline'

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
  sheet.replaceSync(`:host{display:block}:host([hidden]){display:none}${pickerCss}`)
  raiseProperties(sheet)
  sheets.set(document, sheet)
  return sheet
}

/**
 * Moves the custom properties of the picker's root to the host element: a page cannot reach the root,
 * and what it sets on the element would be overruled there.
 */
function raiseProperties(sheet: CSSStyleSheet): void {
  const root = [...sheet.cssRules].find(isRootRule)
  if (!root) return
  const names = [...root.style].filter((name) => name.startsWith('--'))
  const raised = names.map((name) => `${name}:${root.style.getPropertyValue(name)}`)
  for (const name of names) root.style.removeProperty(name)
  sheet.insertRule(`:host{${raised.join(';')}}`)
}

function isRootRule(rule: CSSRule): rule is CSSStyleRule {
  return 'selectorText' in rule && rule.selectorText === ':where(.onp)'
}
