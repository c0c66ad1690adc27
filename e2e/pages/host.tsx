/**
 * Two pickers on a page that is not kind to them; `?hostile` brings the style sheet of a careless host, `?props`
 * what else it sets, as JSON. With `?looks=headless` only the behavior is the picker's.
 */
import { virtual } from '@guidepup/virtual-screen-reader'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HeadlessPicker } from '../../examples/headless/HeadlessPicker.tsx'
import '../../src/picker/picker.css'
import { createProxyClient } from '../../src/client/index.ts'
import {
  type DialDraft,
  type DialVerdict,
  enUS,
  OutboundNumberPicker,
  type OutboundNumberPickerProps,
  type PickerHandle,
  zhCN,
} from '../../src/picker/index.ts'
import type { InPage } from '../hands/inPage.ts'

declare global {
  interface Window {
    /** Renders the pickers anew, with more props. */
    render: (more?: Partial<OutboundNumberPickerProps>) => void
    /** A screen reader in the first picker. */
    reader: typeof virtual
    /** What the host can do to the first picker. */
    picker: PickerHandle | null
    dialed: DialDraft[]
    /** With `?guard`, the check that is under way. */
    check: {
      signal: AbortSignal
      pass: (verdict: DialVerdict) => void
      fail: (reason: Error) => void
    }
  }
}

const query = new URLSearchParams(location.search)

if (query.has('hostile')) {
  const style = document.createElement('style')
  style.textContent = `
    * { all: unset; letter-spacing: 3px; text-transform: uppercase; }
    head, script, style { display: none; }
    html { font-size: 20px; }
    body, main, #first, #second { display: block; }
    input { width: 100% !important; }
    label { float: left; }
    button { border: 5px solid red; }
  `
  document.head.append(style)
}

const Data = Array.from({ length: Number(query.get('candidates') ?? 5) }).map((_, index) => ({
  Callee: { Number: '13888888888', City: '北京', Province: '北京' },
  Caller: {
    Number: `010${80_000_000 + index}`,
    City: index < 2 ? '北京' : '杭州',
    Province: index < 2 ? '北京' : '浙江',
  },
}))
const client = createProxyClient({
  endpoint: '/',
  request: async () => ({ status: 200, data: { Code: 'OK', RequestId: 'R-1', Data } }),
})
const groups = [{ id: 'presales@ccc-test', name: '售前咨询' }]
/** What a call that fails may reject with. */
const failures = new Map<string | null, unknown>([
  ['an error', new Error('The line is dead.')],
  ['a text', 'busy'],
  ['an object', { code: 1 }],
  ['nothing', undefined],
])
const failure = query.get('fails')
const props = JSON.parse(query.get('props') ?? '{}')
window.dialed = []

/** The host of the tests in `e2e/hands`, if they opened this page. */
const hands: InPage | undefined = window.hands
const width = hands?.given.width ?? 320
const Looks = query.get('looks') === 'headless' ? HeadlessPicker : OutboundNumberPicker
document.body.style.setProperty('--width', `${width}px`)

const roots = ['first', 'second'].flatMap((id) => {
  const element = document.getElementById(id)
  return element ? { id, root: createRoot(element) } : []
})

/** Renders both, with props besides those of the address. */
function render(more: Partial<OutboundNumberPickerProps> = {}) {
  for (const { id, root } of roots) root.render(host(id, more))
}

function host(id: string, more: Partial<OutboundNumberPickerProps>) {
  return (
    <StrictMode>
      <Looks
        client={client}
        skillGroups={groups}
        locale={query.get('locale') === 'en-US' ? enUS : zhCN}
        messages={query.has('own') ? { dial: '呼出', matches: { 'same-city': '本地' } } : undefined}
        memory={false}
        ref={(handle) => {
          if (id === 'first') window.picker = handle
        }}
        beforeDial={
          query.has('guard')
            ? (_draft, { signal }) =>
                new Promise((pass, fail) => {
                  window.check = { signal, pass, fail }
                })
            : undefined
        }
        onDial={(draft) => {
          window.dialed.push(draft)
          if (query.has('slow')) return new Promise(() => {})
          return failures.has(failure) ? Promise.reject(failures.get(failure)) : undefined
        }}
        onCalleeChange={(callee) => {
          document.title = callee
        }}
        {...props}
        {...(id === 'first' && hands?.options)}
        {...more}
      />
    </StrictMode>
  )
}

window.render = render
render()
hands?.attach({
  root: document.getElementById('first') ?? document,
  draw: render,
  handle: {
    setCallee: (number) => window.picker?.setCallee(number),
    focus: (options) => window.picker?.focus(options),
    reset: () => window.picker?.reset(),
  },
  remove: () => {
    for (const { root } of roots) root.render(null)
  },
  put: () => render(),
})

window.reader = virtual
