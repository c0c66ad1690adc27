import type { Ref } from 'react'
import { Candidates } from './Candidates.tsx'
import type { Messages } from './messages/index.ts'
import { Problem } from './Problem.tsx'
import { statusOf } from './status.ts'
import type { OutboundNumberPickerModel } from './useOutboundNumberPicker.ts'

interface CallersProps {
  picker: OutboundNumberPickerModel
  messages: Messages
  /** The field that appears when the agent looks through all numbers. */
  filterRef: Ref<HTMLInputElement>
}

/** The caller numbers, or what is shown in their place. */
export function Callers({ picker, messages, filterRef }: CallersProps) {
  const { pick, others } = picker
  return (
    <div className="onp-callers">
      <div className="onp-callers-head">
        <p className="onp-label" aria-hidden="true">
          {messages.callers}
        </p>
        <output part="status">{statusOf(picker, messages)}</output>
      </div>
      {others.filter !== null && (
        <div className="onp-field onp-field-small">
          <input
            ref={filterRef}
            form=""
            type="search"
            autoComplete="off"
            aria-label={messages.filter}
            placeholder={messages.filter}
            // What an input method is still composing is not searched for.
            onInput={({ currentTarget, nativeEvent }) => {
              if (!nativeEvent.isComposing) others.search?.(currentTarget.value)
            }}
            onCompositionEnd={({ currentTarget }) => others.search?.(currentTarget.value)}
          />
        </div>
      )}
      {pick.state === 'idle' && (
        <div className="onp-rest">
          <p>{invitation(picker, messages)}</p>
          <Keys messages={messages} />
        </div>
      )}
      {(pick.state === 'paused' || pick.state === 'asking') && <Skeleton />}
      {pick.state === 'found' && (
        <Candidates
          candidates={pick.candidates}
          selected={pick.selected}
          messages={messages}
          onSelect={picker.select}
        />
      )}
      {pick.state === 'empty' && (
        <p className="onp-rest">
          {others.filter !== null ? messages.nothingFound : messages.nothingFoundAdvice}
        </p>
      )}
      {pick.error && <Problem error={pick.error} messages={messages} onRetry={picker.retry} />}
    </div>
  )
}

function invitation({ callee, skillGroups }: OutboundNumberPickerModel, messages: Messages) {
  const { source, groups, chosenIds } = skillGroups
  const missing = chosenIds.length === 0 && (source === 'ids' || (groups?.length ?? 0) > 0)
  return missing && callee.reading.state === 'complete'
    ? messages.chooseSkillGroup
    : messages.invitation
}

function Keys({ messages }: { messages: Messages }) {
  const keys = { '↑ ↓ Alt+1…9': messages.choose, Enter: messages.dial, Esc: messages.clear }
  return (
    <p className="onp-keys">
      {Object.entries(keys).map(([key, effect]) => (
        <span key={key}>
          {key.split(' ').map((one) => (
            <kbd key={one}>{one}</kbd>
          ))}
          {effect}
        </span>
      ))}
    </p>
  )
}

/** Rows of the height that candidates will have. */
function Skeleton() {
  return (
    <div className="onp-skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
