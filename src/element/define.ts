/**
 * The custom element without a definition, for a page made by several teams: each defines its own version of the element,
 * under a tag of its own.
 */
import { report } from '../client/index.ts'
import { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'

export { DialEvent, type OutboundNumberPickerEvents } from './events.ts'
export { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'
export type { ElementSettings } from './settings.ts'
export { setStyleSheetUrl } from './styleSheet.ts'

/**
 * Defines the element of this version under a tag; repeated calls have no effect. If something else has that tag, its
 * definition stays and an error is reported. On a server nothing happens.
 *
 * @example
 * import { define } from 'outbound-number-picker/element/define'
 *
 * define('crm-number-picker')
 */
export function define(tag: `${string}-${string}` = 'outbound-number-picker'): void {
  if (!globalThis.customElements) return
  const defined = customElements.get(tag)
  if (!defined) customElements.define(tag, elementFor(tag))
  else if (!isOurs(defined)) {
    const { version } = OutboundNumberPickerElement
    const other: unknown = Reflect.get(defined, 'version')
    const first = other ? `version ${other}` : 'something else'
    report(
      new TypeError(
        `<${tag}> is already defined, by ${first}; this is another copy, ${version}. The first definition stays. Load one of them, or give this one a tag of its own: define('crm-number-picker').`,
      ),
    )
  }
}

/** A class of its own for each tag but the usual one, because browsers give no class two. */
function elementFor(tag: string): typeof OutboundNumberPickerElement {
  return tag === 'outbound-number-picker'
    ? OutboundNumberPickerElement
    : class extends OutboundNumberPickerElement {}
}

function isOurs(defined: CustomElementConstructor): boolean {
  const { prototype } = OutboundNumberPickerElement
  return defined.prototype === prototype || defined.prototype instanceof OutboundNumberPickerElement
}
