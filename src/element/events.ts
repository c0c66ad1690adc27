import type { DialDraft, PickerError } from '../picker/index.ts'

/**
 * The agent dials. A listener that makes the call passes its promise to `waitUntil`: nothing else is dialed
 * until it settles, and the reason of a rejection is shown.
 *
 * @example
 * picker.addEventListener('dial', (event) => event.waitUntil(makeCall(event.detail)))
 */
export class DialEvent extends CustomEvent<DialDraft> {
  readonly #calls: unknown[] = []
  #isTaken = false

  constructor(draft: DialDraft) {
    super('dial', { detail: draft, bubbles: true, composed: true })
  }

  /** @throws {DOMException} `InvalidStateError` once the listener has returned or awaited something */
  waitUntil(call: unknown): void {
    if (this.eventPhase === Event.NONE) {
      const sentence = 'dial: call waitUntil before the listener awaits anything.'
      throw new DOMException(sentence, 'InvalidStateError')
    }
    this.#calls.push(call)
  }

  /** The draft. Who reads it takes the call. */
  override get detail(): DialDraft {
    this.#isTaken = true
    return super.detail
  }

  /** Whether a listener read the draft or handed in a call. */
  get isTaken(): boolean {
    return this.#isTaken || this.#calls.length > 0
  }

  /** Settles when the calls passed to `waitUntil` do. */
  get settled(): Promise<unknown> {
    return Promise.all(this.#calls)
  }
}

/** The element's events, by name. */
export interface OutboundNumberPickerEvents {
  /**
   * The picker is drawn and can take a number: once it is in the page, and again whenever it is drawn anew, as for another
   * endpoint.
   */
  ready: CustomEvent<null>
  dial: DialEvent
  /** The selected caller changed, by the agent or by the order of candidates. */
  callerselect: CustomEvent<DialDraft>
  /** The text of the callee field changed. */
  calleechange: CustomEvent<string>
  /**
   * A request to the proxy failed, after the tries that the agent does not see (a `CccError`, with its `code`); or, without
   * a code, the element is used wrongly (a `TypeError`), or something unexpected was thrown. It does not bubble.
   */
  pickererror: CustomEvent<PickerError>
}

/** Listening to the element's own events; those that every element has come after them. */
export interface OwnListeners {
  addEventListener<Name extends keyof OutboundNumberPickerEvents>(
    name: Name,
    listener: (event: OutboundNumberPickerEvents[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  removeEventListener<Name extends keyof OutboundNumberPickerEvents>(
    name: Name,
    listener: (event: OutboundNumberPickerEvents[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void
}
