import { createElement, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { CccError } from '../ccc/index.ts'
import {
  type DialDraft,
  enUS,
  OutboundNumberPicker,
  type PickerHandle,
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
} from './settings.ts'
import { styleSheetOf } from './styleSheet.ts'

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

  /** The text of the callee field, updated on every keystroke. */
  declare callee: Settings['callee']

  static {
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
  readonly #connection = new Connection((error) => this.#tell('error', error, false))
  #root: Root | null = null
  #handle: PickerHandle | null = null
  #awaitsHandle: ((handle: PickerHandle) => void)[] = []
  #renders = false
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
    this.#shadow.adoptedStyleSheets = [styleSheetOf(this.ownerDocument)]
    // Properties set before the element was defined hide those of its class.
    for (const name of settingNames) {
      if (!Object.hasOwn(this, name)) continue
      const value: unknown = Reflect.get(this, name)
      Reflect.deleteProperty(this, name)
      this.#set(name, value)
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
    })
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    const mistake = mistakes.get(name)
    if (!mistake) this.#set(camelCase(name), value)
    else if (value !== null) this.#complain(new TypeError(mistake))
  }

  #set(name: string, value: unknown): void {
    try {
      Reflect.set(this.#settings, name, readSetting(name, value))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      Reflect.deleteProperty(this.#settings, name)
      this.#complain(error)
    }
    this.#renderSoon()
  }

  #withHandle(use: (handle: PickerHandle) => void): void {
    if (this.#handle) use(this.#handle)
    else this.#awaitsHandle.push(use)
  }

  readonly #takeHandle = (handle: PickerHandle | null): void => {
    this.#handle = handle
    if (handle) for (const use of this.#awaitsHandle.splice(0)) use(handle)
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
    this.#root.render(this.#content())
  }

  #content(): ReactNode {
    const client = this.#connection.clientFor(this.#settings)
    if (typeof client === 'string') {
      if (this.#misuse !== client) this.#complain(new TypeError(client))
      this.#misuse = client
      return createElement('p', { role: 'alert' }, client)
    }
    this.#misuse = ''
    const {
      endpoint,
      actionParam,
      regionId,
      headers,
      credentials,
      timeout,
      request,
      callee = '',
      locale,
      ...options
    } = this.#settings
    return createElement(OutboundNumberPicker, {
      ...options,
      key: this.#connection.turn,
      client,
      callee,
      language: locale === 'en-US' ? enUS : zhCN,
      ref: this.#takeHandle,
      onCalleeChange: this.#changeCallee,
      onSelect: this.#select,
      onDial: this.#dial,
    })
  }

  readonly #changeCallee = (callee: string): void => {
    this.#settings.callee = callee
    // At once: the field shows the callee that is passed back here, and would otherwise lose a letter.
    if (this.isConnected) this.#render()
    this.#tell('calleechange', callee)
  }

  readonly #select = (draft: DialDraft): void => {
    this.#tell('select', draft)
  }

  readonly #dial = (draft: DialDraft): Promise<unknown> => {
    const event = new DialEvent(draft)
    // What a listener throws is reported to the window; it is a call that failed.
    const fail = ({ error }: ErrorEvent) => event.waitUntil(Promise.reject(error))
    addEventListener('error', fail)
    this.dispatchEvent(event)
    removeEventListener('error', fail)
    return event.settled
  }

  /** Reports that the page uses the element wrongly, even if nobody listens. */
  #complain(error: TypeError): void {
    if (this.#tell('error', error, false)) reportError(error)
  }

  /** Dispatches an event; false if a listener prevented its default. */
  #tell(name: string, detail: DialDraft | string | CccError | TypeError, bubbles = true): boolean {
    const cancelable = detail instanceof Error
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles, composed: true, cancelable }),
    )
  }
}
