/**
 * What runs in the frame. It listens only to its parent, and only if this page names the parent's origin in
 * `<meta name="parent-origins" content="https://desk.example">`. If it names none, the parent must be of the
 * frame's own origin.
 */
import { OutboundNumberPickerElement } from '../element/index.ts'
import type { DialDraft, Verdict } from '../picker/index.ts'
import {
  type FrameMessage,
  type FrameSettings,
  frameSettings,
  type PageMessage,
  sealed,
  unsealed,
} from './messages.ts'

const origins = readOrigins()
const picker = new OutboundNumberPickerElement()
const asked = new Map<
  number,
  { settle: (verdict: Verdict) => void; fail: (error: Error) => void }
>()
let parentOrigin = ''

addEventListener('message', ({ source, origin, data }) => {
  const message = unsealed<PageMessage>(data)
  if (source !== parent || !message) return
  if (origins.includes(origin)) take(message, origin)
  else refuse(origin)
})

picker.addEventListener('select', ({ detail }) => post({ type: 'select', draft: detail }))
picker.addEventListener('calleechange', ({ detail }) => {
  post({ type: 'calleechange', callee: detail })
})
picker.addEventListener('error', ({ detail }) => {
  const code = 'code' in detail ? detail.code : undefined
  post({ type: 'error', message: detail.message, code })
})
picker.addEventListener('dial', (event) => event.waitUntil(ask('dial', event.detail)))

function take(message: PageMessage, origin: string): void {
  switch (message.type) {
    case 'configure':
      parentOrigin = origin
      configure(message.settings)
      picker.beforeDial = message.guarded ? (draft) => ask('check', draft) : undefined
      if (!picker.isConnected) document.body.replaceChildren(picker)
      break
    case 'setCallee':
      picker.setCallee(message.number)
      break
    case 'focus':
      picker.focus()
      break
    case 'reset':
      picker.reset()
      break
    case 'answer': {
      const { id, verdict, error } = message
      if (error === undefined) asked.get(id)?.settle(verdict)
      else asked.get(id)?.fail(new Error(error))
      asked.delete(id)
    }
  }
}

function configure(settings: FrameSettings): void {
  for (const name of frameSettings) {
    if (Object.hasOwn(settings, name)) Reflect.set(picker, name, settings[name])
  }
}

function post(message: FrameMessage): void {
  parent.postMessage(sealed(message), parentOrigin)
}

// A page may still answer what was asked before the frame was loaded again: that answers no question of now.
let questions = Date.now()

/** Asks the page around the frame, and waits for its answer. */
function ask(type: 'dial' | 'check', draft: DialDraft): Promise<Verdict> {
  questions += 1
  const id = questions
  return new Promise((settle, fail) => {
    asked.set(id, { settle, fail })
    post({ type, id, draft })
  })
}

function readOrigins(): readonly string[] {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="parent-origins"]')
  const named = (meta?.content ?? '').split(/[\s,]+/).filter((address) => address !== '')
  if (named.length === 0) return [location.origin]
  // An address with a path, if only a slash, names its origin.
  return named.map((address) => (URL.canParse(address) ? new URL(address).origin : address))
}

function refuse(origin: string): void {
  const sentence = `This picker does not listen to pages of ${origin}. If they may embed it, name that origin in <meta name="parent-origins">.`
  reportError(new Error(sentence))
  if (picker.isConnected) return
  const alert = document.createElement('p')
  alert.role = 'alert'
  alert.textContent = sentence
  document.body.replaceChildren(alert)
}
