import { type ChangeEvent, type KeyboardEvent, type Ref, useId } from 'react'
import {
  type CalleeReading,
  formatNumber,
  type Place,
  placeText,
  readCallee,
} from '../ccc/index.ts'
import type { Messages } from './messages/index.ts'

interface CalleeFieldProps {
  typed: string
  reading: CalleeReading
  /** Where the callee is at home, once an answer has told. */
  place: Place | null
  messages: Messages
  inputRef: Ref<HTMLInputElement>
  onType: (text: string) => void
  onCompose: (composing: boolean) => void
  onClear: () => void
  onMove: (step: 1 | -1) => void
}

/** Where the agent pastes or types the customer's number, and learns at once what becomes of it. */
export function CalleeField({
  typed,
  reading,
  place,
  messages,
  inputRef,
  onType,
  onCompose,
  onClear,
  onMove,
}: CalleeFieldProps) {
  const id = useId()
  const invalid = reading.state === 'invalid'

  const change = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    const { value, selectionStart } = target
    const input = nativeEvent instanceof InputEvent ? nativeEvent : null
    const pasted = input?.inputType === 'insertFromPaste'
    // Elsewhere than at the end, grouping would move the caret; in a composition, break it off.
    const atEnd = selectionStart === value.length && !input?.isComposing
    onType(pasted || atEnd ? grouped(value, pasted) : value)
  }

  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    onMove(event.key === 'ArrowDown' ? 1 : -1)
  }

  return (
    <div className="onp-callee">
      <label className="onp-label" htmlFor={id}>
        {messages.callee}
      </label>
      <div className="onp-field">
        <input
          ref={inputRef}
          id={id}
          className="onp-input"
          type="tel"
          autoComplete="off"
          placeholder={messages.calleePlaceholder}
          value={typed}
          aria-invalid={invalid}
          aria-describedby={`${id}-hint`}
          onChange={change}
          onBlur={() => onType(grouped(typed, true))}
          onKeyDown={keyDown}
          onCompositionStart={() => onCompose(true)}
          onCompositionEnd={({ currentTarget }) => {
            onCompose(false)
            onType(grouped(currentTarget.value, false))
          }}
        />
        {typed !== '' && (
          <button type="button" className="onp-clear" aria-label={messages.clear} onClick={onClear}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        )}
      </div>
      <p className="onp-hint" id={`${id}-hint`} role={invalid ? 'alert' : undefined}>
        {[place && placeText(place), explain(reading, messages)].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}

/** A whole number in groups; one that may go on only when the agent is done with it. */
function grouped(text: string, done: boolean): string {
  const reading = readCallee(text)
  const whole = reading.state === 'complete' && (done || reading.final)
  // A pasted extension stays in sight, since it is not dialed.
  return whole && reading.extension === '' ? formatNumber(reading.number) : text
}

function explain(reading: CalleeReading, messages: Messages): string {
  switch (reading.state) {
    case 'empty':
      return ''
    case 'incomplete':
      return messages.incomplete(reading)
    case 'complete':
      return reading.extension && messages.extension(reading.extension)
    case 'invalid':
      return messages.invalid(reading)
  }
}
