/** Everything that goes wrong in the page from now on, in the order in which it does. */
export const complaints: string[] = []

addEventListener(
  'error',
  (event) => {
    const { target } = event
    const missing = target instanceof Element ? `${target.outerHTML} did not load` : ''
    complaints.push(missing || event.message)
  },
  true,
)
addEventListener('unhandledrejection', ({ reason }) => {
  complaints.push(`nobody handled ${reason}`)
})
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  // WebKit asks every page for an icon, and blames the page for its policy.
  if (!blockedURI.endsWith('/favicon.ico'))
    complaints.push(`${violatedDirective} forbids ${blockedURI}`)
})

const { error: report } = console
Object.assign(console, {
  error: (...words: unknown[]) => {
    complaints.push(words.join(' '))
    report(...words)
  },
})
