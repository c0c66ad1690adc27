import { useId } from 'react'
import type { Messages } from './messages/index.ts'
import { Alert } from './Problem.tsx'
import { ONE_PRESS } from './useDial.ts'
import type { OutboundNumberPickerModel } from './useOutboundNumberPicker.ts'

interface DialBarProps {
  picker: OutboundNumberPickerModel
  messages: Messages
}

/**
 * Lets the agent answer a warning with Enter, unless they are working elsewhere on the page by now: the next
 * key would dial. A button that is gone takes no focus.
 */
function focusWhenRead(button: HTMLButtonElement | null) {
  setTimeout(() => button?.closest('.onp:focus-within') && button.focus(), ONE_PRESS)
}

/** The dial button, and why it does not dial or what the agent has to confirm. */
export function DialBar({ picker, messages }: DialBarProps) {
  const id = useId()
  const { dial, draft, canDial } = picker
  const { dialing } = dial
  const waits = dial.busy || dialing.state === 'warned'
  return (
    <div className="onp-dial-bar">
      {canDial !== true && (
        <p part="reason" id={id}>
          {canDial || messages.cannotDial}
        </p>
      )}
      {dialing.state === 'warned' && (
        <div part="warning" role="alert">
          <p>{dialing.reason}</p>
          <div className="onp-answers">
            <button ref={focusWhenRead} type="button" className="onp-retry" onClick={dial.confirm}>
              {messages.dialAnyway}
            </button>
            <button type="button" className="onp-retry" onClick={dial.cancel}>
              {messages.cancel}
            </button>
          </div>
        </div>
      )}
      {dialing.state === 'refused' && <Alert text={`${messages.refused}\n${dialing.reason}`} />}
      {dialing.state === 'failed' && <Alert text={`${messages.dialFailed}\n${dialing.reason}`} />}
      {dialing.state === 'unchecked' && <Alert text={messages.unchecked} />}
      <button
        type="button"
        part="dial"
        disabled={!draft || canDial !== true}
        // Not `disabled`, which would take the focus away from a button that is soon usable again.
        aria-disabled={waits || undefined}
        aria-describedby={canDial === true ? undefined : id}
        onClick={waits ? undefined : dial.dial}
      >
        {messages.dial}
      </button>
    </div>
  )
}
