import type { RefObject } from 'react'
import type { Messages } from './messages/index.ts'
import type { OutboundNumberPickerModel } from './useOutboundNumberPicker.ts'

interface OtherNumbersProps {
  picker: OutboundNumberPickerModel
  messages: Messages
  /** The field that the search brings. */
  filterRef: RefObject<HTMLInputElement | null>
}

/** For when the pick is not what the agent wants: pin, ask for more, look through all. */
export function OtherNumbers({ picker, messages, filterRef }: OtherNumbersProps) {
  const { pick, others, memory } = picker
  const { selected } = pick
  return (
    <div className="onp-others">
      {others.filter !== null ? (
        <button type="button" className="onp-link" onClick={() => others.search?.(null)}>
          {messages.backToPick}
        </button>
      ) : (
        others.search && (
          <button
            type="button"
            className="onp-link"
            onClick={() => {
              others.search?.('')
              setTimeout(() => filterRef.current?.focus())
            }}
          >
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
