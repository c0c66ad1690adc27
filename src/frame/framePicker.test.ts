import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DialGuard, enUS } from '../picker/index.ts'
import { type FramedPickerOptions, framePicker } from './framePicker.ts'
import { type FrameMessage, type PageMessage, sealed } from './messages.ts'

const origin = 'https://picker.example'
const src = `${origin}/frame/index.html`
const settings = { endpoint: '/aliyun/ccc/api', userId: 'agent@ccc-test' }
const draft = { callee: '13888888888', caller: '01089898989', skillGroupIds: [], requestId: 'R' }
const check: FrameMessage = { type: 'check', id: 1, draft, locale: 'en-US' }

/** Stands in for an `<iframe>`, and keeps what is posted to the window in it. */
class FakeFrame extends EventTarget {
  src = ''
  readonly posted: { message: unknown; target: string }[] = []
  readonly contentWindow = {
    postMessage: (message: unknown, target: string) => {
      this.posted.push({ message: structuredClone(message), target })
    },
  }

  loads(): void {
    this.dispatchEvent(new Event('load'))
  }
}

let page = new EventTarget()
let frame = new FakeFrame()

beforeEach(() => {
  page = new EventTarget()
  frame = new FakeFrame()
  vi.stubGlobal('location', { href: 'https://desk.example/crm/' })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})

afterEach(() => vi.unstubAllGlobals())

/** A picker in the fake frame, which has loaded. */
function framed(options: Partial<FramedPickerOptions> = {}) {
  const picker = framePicker(given({ frame, src, settings, onDial: () => {}, ...options }))
  frame.loads()
  frame.posted.length = 0
  return picker
}

/** Whatever a page without types passes. */
function given(options: unknown): FramedPickerOptions {
  return options as FramedPickerOptions
}

/** The page gets a message; by default it is one of this protocol, from the frame. */
function receive(message: FrameMessage, from: object = {}): void {
  const event = { source: frame.contentWindow, origin, data: sealed(message), ...from }
  page.dispatchEvent(Object.assign(new Event('message'), event))
}

/** The messages of this protocol that were posted to the frame. */
function posted(...messages: PageMessage[]) {
  return messages.map((message) => ({ message: sealed(message), target: origin }))
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('a frame', () => {
  it.each([
    ['frame', 'undefined', {}],
    ['frame', 'null', { frame: null, src, settings, onDial() {} }],
    ['src', 'undefined', { frame: {}, settings, onDial() {} }],
    ['settings', 'undefined', { frame: {}, src, onDial() {} }],
    ['onDial', 'undefined', { frame: {}, src, settings }],
  ])('cannot do without %s: %s', (name, value, options) => {
    expect(() => framePicker(given(options))).toThrow(
      new TypeError(`framePicker: ${name} is ${value}. Pass frame, src, settings and onDial.`),
    )
  })

  it('cannot do without options', () => {
    expect(() => framePicker(given(undefined))).toThrow('framePicker: frame is undefined.')
  })

  it('gets its language by its code, at first and later', () => {
    const wrong = new TypeError('framePicker: locale is an object. Use "zh-CN" or "en-US".')
    expect(() => framed(given({ settings: { locale: enUS } }))).toThrow(wrong)
    const { update } = framed()
    expect(() => update(Object({ locale: enUS }))).toThrow(wrong)
    expect(frame.posted).toEqual([])
  })

  it('says when its picker is there', () => {
    const onReady = vi.fn()
    framed({ onReady })
    receive({ type: 'ready' })
    expect(onReady.mock.calls).toEqual([[]])
  })

  it('gets its address, relative to the page', () => {
    framed({ src: '/frame/index.html' })
    expect(frame.src).toBe('https://desk.example/frame/index.html')
  })

  it('gets its settings once it has loaded, then what the page did before, in order', () => {
    const picker = framePicker(given({ frame, src, settings, onDial() {} }))
    picker.setCallee('13888888888')
    picker.update({ dialDisabled: 'On a break.' })
    picker.focus({ preventScroll: true })
    picker.reset()
    expect(frame.posted).toEqual([])
    frame.loads()
    const all = { ...settings, dialDisabled: 'On a break.' }
    expect(frame.posted).toEqual(
      posted(
        { type: 'configure', settings: all, guarded: false },
        { type: 'setCallee', number: '13888888888' },
        { type: 'configure', settings: { dialDisabled: 'On a break.' }, guarded: false },
        { type: 'focus', preventScroll: true },
        { type: 'reset' },
      ),
    )
  })

  it('is focused by a listener of events too', () => {
    const { focus } = framed()
    // As a page without types may write it: button.onclick = picker.focus
    Reflect.apply(focus, null, [new Event('click')])
    expect(frame.posted).toEqual(posted({ type: 'focus', preventScroll: false }))
  })

  it('that is loaded again gets all settings, and the callee it had', () => {
    const onCalleeChange = vi.fn()
    framed({ onCalleeChange }).update({ theme: 'dark' })
    receive({ type: 'calleechange', callee: '138' })
    expect(onCalleeChange.mock.calls).toEqual([['138']])
    frame.posted.length = 0
    frame.loads()
    const all = { ...settings, theme: 'dark', callee: '138' } as const
    expect(frame.posted).toEqual(posted({ type: 'configure', settings: all, guarded: false }))
  })

  it('is heard only if the message is its own, of this version and of its origin', () => {
    const onSelect = vi.fn()
    const onError = vi.fn()
    framed({ onSelect, onError })
    const select: FrameMessage = { type: 'select', draft }
    receive(select, { source: page })
    receive(select, { data: 'hello' })
    receive(select, { data: null })
    receive(select, { data: { ...sealed(select), outboundNumberPicker: 1 } })
    expect(onError).not.toHaveBeenCalled()
    receive(select, { origin: 'https://other.example' })
    expect(onSelect).not.toHaveBeenCalled()
    expect(onError.mock.calls).toEqual([
      [
        new Error(
          'framePicker: a message came from https://other.example, but src is at https://picker.example. It was ignored.',
        ),
      ],
    ])
    receive(select)
    expect(onSelect.mock.calls).toEqual([[draft]])
  })

  it('tells of errors, with a code if there is one', () => {
    const onError = vi.fn()
    framed({ onError })
    receive({ type: 'error', message: 'Forbidden.', code: 'Forbidden.RAM' })
    receive({ type: 'error', message: 'This picker does not listen to pages of …' })
    expect(onError.mock.calls.map(([error]) => [error.message, error.code])).toEqual([
      ['Forbidden.', 'Forbidden.RAM'],
      ['This picker does not listen to pages of …', undefined],
    ])
  })
})

describe('a call in the frame', () => {
  it('is made by the page, whose answer goes to the frame alone', async () => {
    const onDial = vi.fn()
    framed({ onDial })
    receive({ type: 'dial', id: 7, draft })
    expect(onDial.mock.calls).toEqual([[draft]])
    await settled()
    expect(frame.posted).toEqual(posted({ type: 'answer', id: 7 }))
  })

  it('is checked by the guard of the page, in the language of the agent', async () => {
    const beforeDial = vi.fn<DialGuard>(async () => ({ refuse: 'Do not call.' }))
    framed({ beforeDial })
    receive(check)
    expect(beforeDial.mock.calls).toEqual([
      [draft, { signal: expect.any(AbortSignal), locale: 'en-US' }],
    ])
    await settled()
    expect(frame.posted).toEqual(
      posted({ type: 'answer', id: 1, verdict: { refuse: 'Do not call.' } }),
    )
  })

  it('asks to be checked only where the page has a guard', () => {
    framePicker(given({ frame, src, settings, onDial() {}, beforeDial: () => true }))
    frame.loads()
    expect(frame.posted).toEqual(posted({ type: 'configure', settings, guarded: true }))
  })
})

describe('a check in the page', () => {
  /** A guard that waits, its signals, and a way to let it decide about all that it was asked. */
  function waiting() {
    const signals: AbortSignal[] = []
    const deciders: (() => void)[] = []
    const beforeDial: DialGuard = (_draft, { signal }) => {
      signals.push(signal)
      return new Promise((settle) => {
        deciders.push(() => settle({ refuse: 'Too late.' }))
      })
    }
    const decide = () => {
      for (const decide of deciders) decide()
    }
    return { beforeDial, signals, decide }
  }

  it('is aborted when the frame says that it is over, and then has no verdict', async () => {
    const { beforeDial, signals, decide } = waiting()
    framed({ beforeDial })
    receive(check)
    receive({ ...check, id: 2 })
    receive({ type: 'uncheck', id: 1 })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
    decide()
    await settled()
    const verdict = { refuse: 'Too late.' }
    expect(frame.posted).toEqual(posted({ type: 'answer', id: 2, verdict }))
  })

  it('is aborted when the frame is loaded again', async () => {
    const { beforeDial, signals, decide } = waiting()
    framed({ beforeDial })
    receive(check)
    frame.loads()
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    decide()
    await settled()
    expect(frame.posted).toEqual(posted({ type: 'configure', settings, guarded: true }))
  })

  it('is aborted when the page disconnects, and no other begins', async () => {
    const { beforeDial, signals, decide } = waiting()
    const picker = framed({ beforeDial })
    receive(check)
    picker.disconnect()
    receive({ ...check, id: 2 })
    frame.loads()
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    decide()
    await settled()
    expect(frame.posted).toEqual([])
  })
})

it('reports an error that nobody listens to as one that nobody caught', () => {
  vi.useFakeTimers()
  framed()
  receive({ type: 'error', message: 'No proxy.' })
  expect(() => vi.runAllTimers()).toThrow('No proxy.')
  vi.useRealTimers()
})
