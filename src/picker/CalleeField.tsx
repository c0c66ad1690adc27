import {
  type ChangeEvent,
  type ClipboardEvent,
  type RefObject,
  useEffect,
  useId,
  useState,
} from 'react'
import { type CalleeReading, placeText } from '../ccc/index.ts'
import type { Messages } from './messages/index.ts'
import { groupNumber } from './useCallee.ts'
import type { OutboundNumberPickerModel } from './useOutboundNumberPicker.ts'

interface CalleeFieldProps {
  picker: OutboundNumberPickerModel
  messages: Messages
  inputRef: RefObject<HTMLInputElement | null>
  onClear: () => void
}

/** Where the agent pastes or types the customer's number, and sees at once how it is read. */
export function CalleeField({ picker, messages, inputRef, onClear }: CalleeFieldProps) {
  const { callee, pick } = picker
  const { typed, shown, masked, reading } = callee
  const id = useId()
  const [editing, setEditing] = useState(false)
  const invalid = reading.state === 'invalid'
  const alert = invalid ? 'alert' : undefined
  // Tab selects the masked text; the number that replaces it would not be selected.
  useEffect(() => {
    if (editing && masked) inputRef.current?.select()
  }, [editing, masked, inputRef])

  const change = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    const { value, selectionStart } = target
    // Both are undefined in an event that a script made.
    const { inputType, isComposing } = nativeEvent as Partial<InputEvent>
    const pasted = inputType === 'insertFromPaste'
    // Grouping would move the caret if it is not at the end, and would break off a composition.
    const atEnd = selectionStart === value.length && !isComposing
    const text = pasted || atEnd ? groupNumber(value, pasted) : value
    // React restores the value if a change is not accepted, such as a blank at the end; Preact only on a change.
    if (text === typed) target.value = typed
    callee.type(text)
  }

  const copy = (event: ClipboardEvent) => {
    if (!masked) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', shown)
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
          part="callee"
          form=""
          type="tel"
          autoComplete="off"
          placeholder={messages.calleePlaceholder}
          value={editing ? typed : shown}
          aria-invalid={invalid || undefined}
          aria-describedby={`${id}-hint`}
          onChange={change}
          onCopy={copy}
          onCut={copy}
          onFocus={() => setEditing(true)}
          onBlur={() => {
            setEditing(false)
            callee.type(groupNumber(typed, true))
          }}
          onCompositionStart={() => callee.compose(true)}
          onCompositionEnd={({ currentTarget }) => {
            callee.compose(false)
            callee.type(groupNumber(currentTarget.value, false))
          }}
        />
        {typed !== '' && (
          <button
            type="button"
            className="onp-clear"
            aria-label={messages.clear}
            onClick={onClear}
          />
        )}
      </div>
      {/* Screen readers announce an alert when it is new, so it is not the same element as the hint. */}
      <p key={alert} className="onp-hint" id={`${id}-hint`} role={alert}>
        {[pick.place && placeText(pick.place), explain(reading, messages)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

function explain(reading: CalleeReading, messages: Messages): string {
  if (reading.state === 'incomplete') return messages.incomplete(reading)
  if (reading.state === 'invalid') return messages.invalid(reading)
  if (reading.state === 'complete' && reading.extension)
    return messages.extension(reading.extension)
  return ''
}
