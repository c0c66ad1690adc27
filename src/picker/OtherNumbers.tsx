import type { Ref } from 'react'
import type { Messages } from './messages/index.ts'
import type { OutboundNumberPickerModel } from './useOutboundNumberPicker.ts'

interface OtherNumbersProps {
  picker: OutboundNumberPickerModel
  messages: Messages
  filterRef: Ref<HTMLInputElement>
}

/** What to do when the pick is not what the agent wants: pin, ask for more, look through all. */
export function OtherNumbers({ picker, messages, filterRef }: OtherNumbersProps) {
  const { pick, others, memory } = picker
  const selected = pick.state === 'found' ? pick.selected : null
  return (
    <div className="onp-others">
      {others.searching && others.search && (
        <div className="onp-field onp-field-small">
          <input
            ref={filterRef}
            className="onp-input"
            type="search"
            autoComplete="off"
            aria-label={messages.filter}
            placeholder={messages.filter}
            value={others.filter}
            onChange={({ target }) => others.search?.(target.value)}
          />
        </div>
      )}
      {others.searching ? (
        <button type="button" className="onp-link" onClick={others.stopSearch}>
          {messages.backToPick}
        </button>
      ) : (
        others.search && (
          <button type="button" className="onp-link" onClick={() => others.search?.('')}>
            {messages.allNumbers}
          </button>
        )
      )}
      {others.more && (
        <button
          type="button"
          className="onp-link"
          aria-disabled={others.adding || undefined}
          onClick={others.more}
        >
          {messages.more}
        </button>
      )}
      {memory && selected && (
        <button
          type="button"
          className="onp-link"
          aria-pressed={selected.pinned}
          onClick={() => picker.pin(selected.number)}
        >
          {messages.pin}
        </button>
      )}
    </div>
  )
}
