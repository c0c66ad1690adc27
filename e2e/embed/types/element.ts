import 'outbound-number-picker/element'

const picker = document.querySelector('outbound-number-picker')
picker?.addEventListener('dial', (event) => {
  const caller: string = event.detail.caller
  event.waitUntil(Promise.resolve(caller))
})
picker?.addEventListener('pickererror', ({ detail }) => detail.message)
if (picker) {
  picker.userId = 'agent@ccc-test'
  // @ts-expect-error a number is no callee
  picker.callee = 13888888888
}

const made = document.createElement('outbound-number-picker')
made.setCallee('13888888888')
document.body.append(made)
