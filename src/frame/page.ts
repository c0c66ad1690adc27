/**
 * What runs in the frame. It listens only to its parent, and only if this page names the parent's origin in
 * `<meta name="parent-origins" content="https://desk.example">`. If it names none, the parent must be of the
 * frame's own origin.
 */

import { report } from '../client/index.ts'
import { OutboundNumberPickerElement } from '../element/index.ts'
import {
  type FrameMessage,
  type FrameSettings,
  frameSettings,
  isSealed,
  type PageMessage,
  sealed,
} from './messages.ts'
import { readOrigins } from './origins.ts'
import { createQuestions } from './questions.ts'

const meta = document.querySelector<HTMLMetaElement>('meta[name="parent-origins"]')
const origins = readOrigins(meta?.content ?? '', location.origin)
const picker = new OutboundNumberPickerElement()
let parentOrigin = ''
let refusedOrigin = ''
const questions = createQuestions((question) => post(question))

addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || !isSealed<PageMessage>(data)) return
  if (origins.includes(origin)) take(data, origin)
  else refuse(origin)
})

picker.addEventListener('callerselect', ({ detail }) => post({ type: 'select', draft: detail }))
picker.addEventListener('calleechange', ({ detail }) => {
  post({ type: 'calleechange', callee: detail })
})
picker.addEventListener('pickererror', ({ detail: { message, code } }) => {
  post({ type: 'error', message, code })
})
picker.addEventListener('ready', () => post({ type: 'ready' }))
picker.addEventListener('dial', (event) => event.waitUntil(questions.dial(event.detail)))

function take(message: PageMessage, origin: string): void {
  switch (message.type) {
    case 'configure':
      parentOrigin = origin
      configure(message.settings)
      picker.beforeDial = message.guarded ? questions.check : undefined
      if (!picker.isConnected) document.body.replaceChildren(picker)
      break
    case 'setCallee':
      picker.setCallee(message.number)
      break
    case 'focus':
      picker.focus({ preventScroll: message.preventScroll })
      break
    case 'reset':
      picker.reset()
      break
    case 'answer':
      questions.answered(message)
  }
}

function configure(settings: FrameSettings): void {
  for (const name of frameSettings) {
    if (name in settings) Reflect.set(picker, name, settings[name])
  }
}

function post(message: FrameMessage, origin = parentOrigin): void {
  parent.postMessage(sealed(message), origin)
}

/** Once for each page: it may have sent several messages before it hears of this. */
function refuse(origin: string): void {
  if (origin === refusedOrigin) return
  refusedOrigin = origin
  const sentence = `This picker does not listen to pages of ${origin}. If they may embed it, name that origin in <meta name="parent-origins">.`
  report(new Error(sentence))
  // The page learns nothing but its own origin. One that has none cannot be addressed.
  if (origin !== 'null') post({ type: 'error', message: sentence }, origin)
  if (picker.isConnected) return
  const alert = document.createElement('p')
  alert.setAttribute('role', 'alert')
  alert.textContent = sentence
  document.body.replaceChildren(alert)
}
