import { define, OutboundNumberPickerElement } from 'outbound-number-picker/element'

const picker = document.querySelector('outbound-number-picker')
picker?.addEventListener('dial', (event) => {
  const caller: string = event.detail.caller
  event.waitUntil(Promise.resolve(caller))
})
picker?.addEventListener('ready', ({ target }) => target)
picker?.addEventListener('pickererror', ({ detail }) => detail.code ?? detail.message)
if (picker) {
  picker.userId = 'agent@ccc-test'
  // @ts-expect-error a number is no callee
  picker.callee = 13888888888
  picker.locale = 'en-US'
  // @ts-expect-error not a language
  picker.locale = 'en'
}

const made = document.createElement('outbound-number-picker')
made.setCallee('13888888888')
document.body.append(made)

declare global {
  interface HTMLElementTagNameMap {
    'crm-number-picker': OutboundNumberPickerElement
  }
}
define('crm-number-picker')
// @ts-expect-error a tag has a hyphen
define('picker')
document.createElement('crm-number-picker').setCallee('13888888888')
export const version: string = OutboundNumberPickerElement.version
