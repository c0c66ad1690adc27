/**
 * The host of `npm run soak`: a picker that asks the live proxy, in a page that keeps an account of what was on the
 * screen at each press and at each call. It reads the screen and nothing of the picker's own.
 */
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import '../../src/picker/picker.css'
import { createProxyClient } from '../../src/client/index.ts'
import {
  type DialDraft,
  type DialVerdict,
  enUS,
  OutboundNumberPicker,
  type PickerHandle,
  zhCN,
} from '../../src/picker/index.ts'
import type { DayPage, Dial, Host, Sight } from '../soak/page.ts'

declare global {
  interface Window {
    day: DayPage
  }
}

const endpoint = '/aliyun/ccc/api'
const clients = {
  heeds: createProxyClient({ endpoint }),
  // As older transports do: what the picker takes back is answered all the same.
  ignores: createProxyClient({
    endpoint,
    request: async ({ url, method, headers, data: body }) => {
      const response = await fetch(url, { method, headers, body, redirect: 'manual' })
      const redirected = response.type === 'opaqueredirect'
      return { status: response.status, redirected, data: await response.text() }
    },
  }),
}

let host: Host = {
  guard: 'none',
  call: 'ends',
  aborts: 'heeds',
  locale: 'zh-CN',
  theme: 'auto',
  density: 'comfortable',
  maskCallee: false,
  dialDisabled: false,
  opened: 0,
}

const stage = document.getElementById('picker') ?? document.body
const root = createRoot(stage)
let handle: PickerHandle | null = null
let presses: Sight[] = []
let dials: Dial[] = []
let decide: (verdict: DialVerdict) => void = () => {}
let endCall = () => {}
/** What the guard let pass, if only with a warning. */
let passed: DialDraft[] = []
let movedAt = 0

function sight(): Sight {
  const inputs = [...stage.querySelectorAll('input')]
  const checked = inputs.filter((input) => input.checked)
  return {
    callee: inputs.find(({ type }) => type === 'tel')?.value ?? '',
    caller: checked.find(({ type }) => type === 'radio')?.ariaLabel ?? '',
    groups: [...stage.querySelectorAll('fieldset label')].flatMap((label) =>
      label.querySelector('input')?.checked ? [label.textContent ?? ''] : [],
    ),
  }
}

const guards: Readonly<Record<Host['guard'], (draft: DialDraft) => Promise<DialVerdict>>> = {
  none: async () => true,
  passes: async () => true,
  'is slow': () => new Promise((answer) => (decide = answer)),
  warns: async () => ({ warn: '该客户今天已呼叫 2 次。' }),
  refuses: async () => ({ refuse: '该客户在免打扰名单中。' }),
  rejects: async () => Promise.reject(new Error('CRM 没有响应。')),
  'never answers': () => new Promise(() => {}),
}

async function check(draft: DialDraft): Promise<DialVerdict> {
  const verdict = await guards[host.guard](draft)
  const lets = verdict === true || (typeof verdict === 'object' && 'warn' in verdict)
  if (lets) passed.push(draft)
  return verdict
}

function call(draft: DialDraft): unknown {
  const isChecked = host.guard === 'none' || passed.includes(draft)
  dials.push({ draft, sight: sight(), press: presses.length, isChecked })
  if (host.call === 'fails') return Promise.reject(new Error('线路忙。'))
  return host.call === 'lasts'
    ? new Promise<void>((end) => {
        endCall = end
      })
    : undefined
}

function draw(): void {
  const { theme, density, maskCallee, dialDisabled } = host
  root.render(
    <OutboundNumberPicker
      key={host.opened}
      ref={(given) => {
        handle = given
      }}
      client={clients[host.aborts]}
      userId="agent@ccc-test"
      locale={host.locale === 'en-US' ? enUS : zhCN}
      {...{ theme, density, maskCallee, dialDisabled }}
      beforeDial={host.guard === 'none' ? undefined : check}
      guardTimeout={host.guard === 'never answers' ? 200 : 5000}
      onDial={call}
    />,
  )
}

function note(): void {
  presses.push(sight())
}

// Before anything of the picker's own hears of a press.
window.addEventListener(
  'keydown',
  ({ key, target }) => {
    if (key === 'Enter' || (key === ' ' && target instanceof HTMLButtonElement)) note()
  },
  true,
)
window.addEventListener(
  'click',
  ({ detail, target }) => {
    // A key's click was noted as a key.
    if (detail > 0 && target instanceof Element && target.closest('button')) note()
  },
  true,
)
window.addEventListener(
  'focusin',
  ({ timeStamp }) => {
    movedAt = timeStamp
  },
  true,
)

window.day = {
  host: (change) => {
    host = { ...host, ...change }
    flushSync(draw)
  },
  clickToDial: (number) => {
    handle?.setCallee(number)
    handle?.focus()
  },
  decide: (verdict) => decide(verdict),
  endCall: () => endCall(),
  show: (visibilityState) => {
    Object.defineProperty(document, 'visibilityState', {
      value: visibilityState,
      configurable: true,
    })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    window.dispatchEvent(new Event(visibilityState === 'visible' ? 'focus' : 'blur'))
  },
  isQuiet: (milliseconds) => performance.now() - movedAt > milliseconds,
  get dials() {
    return dials
  },
  take: () => {
    const taken = { presses, dials }
    presses = []
    dials = []
    passed = []
    return taken
  },
}

draw()
