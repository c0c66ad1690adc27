import { report } from '../client/index.ts'
import { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'

const NAME = 'outbound-number-picker'

/**
 * Defines `<outbound-number-picker>`; repeated calls have no effect. If another copy of this package has
 * defined it, that definition stays and an error is reported. On a server nothing happens.
 */
export function defineOutboundNumberPicker(): void {
  if (!globalThis.customElements) return
  const defined = customElements.get(NAME)
  if (defined === OutboundNumberPickerElement) return
  if (defined) {
    report(
      new TypeError(
        `<${NAME}> is already defined, as by another copy of this script. Load it once; the first definition stays.`,
      ),
    )
    return
  }
  customElements.define(NAME, OutboundNumberPickerElement)
}
