import type { DialDraft, DialGuard, OutboundNumberPickerProps } from '../../../src/picker/index.ts'
import { watchBuiltIns } from './builtIns.ts'
import { complaints } from './complaints.ts'
import { lackWhatOthersLack } from './lack.ts'
import type { Looks, Seen } from './seen.ts'

declare global {
  interface Window {
    /** What the page is like now, as JSON of `Seen`. */
    look: () => string
    focusOn: (what: string) => void
  }
}

const dialed: DialDraft[] = []

/** The host makes no call; it notes the draft. */
export const onDial = (draft: DialDraft): void => {
  dialed.push(draft)
}

const wanted = new URLSearchParams(location.search)
if (wanted.has('lacking')) lackWhatOthersLack()
if (!wanted.has('again')) localStorage.clear()
const theme = wanted.get('theme')
const refuse: DialGuard = () => ({ refuse: '该客户在免打扰名单中。' })

/** What the test asked for in the address. */
export const settings: Pick<OutboundNumberPickerProps, 'theme' | 'beforeDial' | 'userId'> = {
  userId: 'agent@ccc-test',
  ...((theme === 'light' || theme === 'dark') && { theme }),
  ...(wanted.has('refuse') && { beforeDial: refuse }),
}

const root = () => document.querySelector('outbound-number-picker')?.shadowRoot ?? document
const all = <Kind extends Element = HTMLElement>(selector: string) => [
  ...root().querySelectorAll<Kind>(selector),
]
const text = (selector: string) =>
  all(selector)
    .map((element) => element.textContent)
    .join(' ')
const groups = (ticked: boolean) =>
  all<HTMLInputElement>('[part=skill-groups] input')
    .filter(({ checked }) => checked === ticked)
    .map((box) => box.parentElement?.textContent ?? '')

window.focusOn = (what) => all(what)[0]?.focus()
window.look = () => {
  const [callee] = all<HTMLInputElement>('[part=callee] input, input[part=callee]')
  const seen: Seen = {
    address: location.href,
    callee: callee?.value ?? null,
    ticked: groups(true),
    unticked: groups(false),
    candidates: all<HTMLInputElement>('[part=candidate] input').map((radio) => ({
      name: radio.getAttribute('aria-label') ?? '',
      selected: radio.checked,
    })),
    status: text('[role=status]'),
    alert: text('[role=alert]'),
    dialable: all('[part=dial]:not([aria-disabled=true]):not(:disabled)').length === 1,
    dialed,
    picks: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('action=PickOutboundNumbers')).length,
    remembers: JSON.stringify({ ...localStorage }).includes('customer'),
    complaints,
    changed: changed(),
    looks: looks(),
  }
  return JSON.stringify(seen)
}

function looks(): Looks {
  const of = (selector: string) => {
    const [element] = all(selector)
    return getComputedStyle(element ?? document.createElement('i'))
  }
  const surfaced = (selector: string) => {
    const { color, backgroundColor } = of(selector)
    return { text: color, surface: backgroundColor }
  }
  const { borderTopColor, borderTopStyle, borderTopWidth } = of('.onp-field')
  const { text, surface } = surfaced('[part=picker]')
  const row = (selected: boolean) => {
    const radio = all<HTMLInputElement>('[part=candidate] input').find(
      ({ checked }) => checked === selected,
    )
    return radio?.parentElement ? getComputedStyle(radio.parentElement).backgroundColor : ''
  }
  return {
    surface,
    text,
    dial: surfaced('[part=dial]'),
    field: { border: borderTopColor, style: borderTopStyle, width: parseFloat(borderTopWidth) },
    badge: surfaced('[part=match]'),
    selectedRow: row(true),
    otherRow: row(false),
  }
}

// Last, so that what this script adds is not among it.
const changed = watchBuiltIns()
