/** Runs in a page before anything else: types a digit as soon as there is a field to type it into. */
function typeAtOnce() {
  const root = document.querySelector('outbound-number-picker')?.shadowRoot ?? document
  const field = root.querySelector('input')
  field?.focus()
  if (!field || field !== root.activeElement) {
    requestAnimationFrame(typeAtOnce)
    return
  }
  document.execCommand('insertText', false, '1')
  // A message posted within a frame arrives after that frame was painted.
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    window.usable = { at: performance.now(), holds: field.value }
  }
  requestAnimationFrame(() => port2.postMessage(null))
}

requestAnimationFrame(typeAtOnce)
