import { createElement, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { type ProxyClient, report, version } from '../client/index.ts'
import {
  createPicker,
  type DialDraft,
  enUS,
  type Picker,
  type PickerError,
  type PickerHandle,
  type PickerOptions,
  PickerView,
  zhCN,
} from '../picker/index.ts'
import { Connection } from './connection.ts'
import { DialEvent, type OwnListeners } from './events.ts'
import {
  camelCase,
  mistakes,
  observedAttributes,
  readSetting,
  type Settings,
  settingNames,
  slipIn,
} from './settings.ts'
import { adoptStyleSheet, styleElement } from './styleSheet.ts'

// On a server there are no elements. Importing this is safe there; creating an element fails.
const Base = (globalThis.HTMLElement ?? class {}) as new () => OwnListeners & Settings & HTMLElement

/**
 * `<outbound-number-picker>`: the picker for pages that are not written in React.
 *
 * Every setting is a property; texts, numbers and flags are attributes too. If a script sets several, the
 * element renders once, as soon as that script has run.
 *
 * @example
 * <outbound-number-picker endpoint="/aliyun/ccc/api" user-id="agent@ccc-test"></outbound-number-picker>
 */
export class OutboundNumberPickerElement extends Base implements PickerHandle {
  static readonly observedAttributes = observedAttributes

  /** The version of this package: a page may have several, each under a tag of its own. */
  static readonly version = version

  /** The text of the callee field, updated on every keystroke. */
  declare callee: Settings['callee']

  /** Makes a property of every setting. Done in a method, because Chromium 92 knows no static blocks. */
  static defineSettings(): void {
    for (const name of settingNames) {
      Object.defineProperty(OutboundNumberPickerElement.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: OutboundNumberPickerElement) {
          return Reflect.get(this.#settings, name)
        },
        set(this: OutboundNumberPickerElement, value: unknown) {
          this.#set(name, value)
        },
      })
    }
  }

  readonly #settings: Settings = {}
  readonly #shadow = this.attachShadow({ mode: 'open' })
  readonly #connection = new Connection()
  /** The picker, and the server that it asks; another server starts another picker. */
  #made: { picker: Picker; turn: number } | null = null
  #root: Root | null = null
  #handle: PickerHandle | null = null
  #awaitsHandle: ((handle: PickerHandle) => void)[] = []
  #renders = false
  #adopts = true
  #misuse = ''

  /** Writes a number into the callee field, as if it had been pasted. */
  setCallee(number: string): void {
    this.#withHandle((handle) => handle.setCallee(number))
  }

  /** Puts the focus into the callee field. */
  override focus(options?: FocusOptions): void {
    this.#withHandle((handle) => handle.focus(options))
  }

  /** Empties the callee and restores the groups that were chosen at first. */
  reset(): void {
    this.#withHandle((handle) => handle.reset())
  }

  connectedCallback(): void {
    this.#adopts = adoptStyleSheet(this.#shadow)
    // Properties set before the element was defined hide those of its class.
    for (const name of Object.keys(this)) {
      if (!settingNames.includes(name)) continue
      const value: unknown = Reflect.get(this, name)
      Reflect.deleteProperty(this, name)
      this.#set(name, value)
    }
    // What is moved was there already.
    if (!this.#root) {
      for (const written of this.getAttributeNames()) this.#complain(slipIn(written))
    }
    this.#renderSoon()
  }

  disconnectedCallback(): void {
    // A moved element is removed and inserted again at once; it keeps what the agent did.
    queueMicrotask(() => {
      // At the end of a test, its window may be gone.
      if (this.isConnected || !globalThis.window) return
      this.#root?.unmount()
      this.#root = null
      this.#made = null
    })
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    const mistake = mistakes.get(name)
    if (!mistake) this.#set(camelCase(name), value)
    else if (value !== null) this.#complain(mistake)
  }

  #set(name: string, value: unknown): void {
    try {
      Reflect.set(this.#settings, name, readSetting(this.#tag, name, value))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      Reflect.deleteProperty(this.#settings, name)
      this.#report(error)
    }
    // At once: what forbids a call must not come after it.
    if (this.#made) this.#apply()
    this.#renderSoon()
  }

  #withHandle(use: (handle: PickerHandle) => void): void {
    if (this.#handle) use(this.#handle)
    else this.#awaitsHandle.push(use)
  }

  readonly #takeHandle = (handle: PickerHandle | null): void => {
    this.#handle = handle
    if (!handle) return
    for (const use of this.#awaitsHandle.splice(0)) use(handle)
    this.#tell('ready', null)
  }

  /** Renders once, after all that a script sets. */
  #renderSoon(): void {
    if (this.#renders) return
    this.#renders = true
    queueMicrotask(() => {
      this.#renders = false
      if (this.isConnected) this.#render()
    })
  }

  #render(): void {
    this.#root ??= createRoot(this.#shadow)
    const content = this.#content()
    if (this.#adopts) this.#root.render(content)
    else {
      const { tag, props } = styleElement()
      this.#root.render(createElement('div', null, createElement(tag, props), content))
    }
  }

  /** Gives the picker the settings of now; null if they name no server. */
  #apply(): Picker | null {
    const client = this.#connection.clientFor(this.#settings)
    if (typeof client === 'string') {
      if (this.#misuse !== client) this.#complain(client)
      this.#misuse = client
      this.#made = null
      return null
    }
    this.#misuse = ''
    const options = this.#optionsWith(client)
    const { turn } = this.#connection
    if (this.#made?.turn === turn) this.#made.picker.setOptions(options)
    else this.#made = { picker: createPicker(options), turn }
    return this.#made.picker
  }

  #optionsWith(client: ProxyClient): PickerOptions {
    const { callee = '', ...settings } = this.#settings
    return {
      ...settings,
      client,
      callee,
      onCalleeChange: this.#changeCallee,
      onSelect: this.#select,
      onError: this.#fail,
      onDial: this.#dial,
    }
  }

  #content(): ReactNode {
    const picker = this.#apply()
    if (!picker) return createElement('p', { role: 'alert' }, `${this.#tag}: ${this.#misuse}`)
    const { locale, messages, theme, density } = this.#settings
    return createElement(PickerView, {
      key: this.#connection.turn,
      picker,
      locale: locale === 'en-US' ? enUS : zhCN,
      messages,
      theme,
      density,
      ref: this.#takeHandle,
    })
  }

  readonly #changeCallee = (callee: string): void => {
    this.#settings.callee = callee
    this.#tell('calleechange', callee)
  }

  readonly #select = (draft: DialDraft): void => {
    this.#tell('callerselect', draft)
  }

  readonly #fail = (error: PickerError): void => {
    this.#tell('pickererror', error, false)
  }

  readonly #dial = (draft: DialDraft): Promise<unknown> => {
    const event = new DialEvent(draft)
    // What a listener throws is reported to the window; it is a call that failed.
    const fail = ({ error }: ErrorEvent) => event.waitUntil(Promise.reject(error))
    addEventListener('error', fail)
    this.dispatchEvent(event)
    removeEventListener('error', fail)
    if (event.isTaken) return event.settled
    const error = this.#misuseOf(
      'nobody listens to the event "dial", so no call was made. Add a listener that makes it.',
    )
    this.#report(error)
    return Promise.reject(error)
  }

  /** The tag as a page writes it; it may have given the element one of its own. */
  get #tag(): string {
    return `<${this.localName}>`
  }

  #misuseOf(sentence: string): TypeError {
    return new TypeError(`${this.#tag}: ${sentence}`)
  }

  /** Says that the page uses the element wrongly; null for nothing to say. */
  #complain(sentence: string | null): void {
    if (sentence !== null) this.#report(this.#misuseOf(sentence))
  }

  /** Reports what is wrong in the page even if nobody listens. */
  #report(error: TypeError): void {
    if (this.#tell('pickererror', error, false)) report(error)
  }

  /** Dispatches an event; false if a listener prevented its default. */
  #tell(name: string, detail: DialDraft | string | Error | null, bubbles = true): boolean {
    const cancelable = detail instanceof Error
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles, composed: true, cancelable }),
    )
  }
}

OutboundNumberPickerElement.defineSettings()
