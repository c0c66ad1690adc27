import { type KeyboardEvent, useRef } from 'react'
import { formatNumber } from '../ccc/index.ts'
import { CalleeField } from './CalleeField.tsx'
import { Candidates } from './Candidates.tsx'
import { type Locale, messages as languages, type Messages } from './messages/index.ts'
import { Problem } from './Problem.tsx'
import { SkillGroupField } from './SkillGroupField.tsx'
import {
  type OutboundNumberPickerModel,
  type PickerOptions,
  useOutboundNumberPicker,
} from './useOutboundNumberPicker.ts'

export interface OutboundNumberPickerProps extends PickerOptions {
  /** Default `zh-CN`. */
  locale?: Locale
  /** Default `auto`, as the reader's system is set. */
  theme?: 'auto' | 'light' | 'dark'
}

/**
 * Picks the number that a customer sees: the agent pastes or types the callee, the caller numbers
 * that fit appear with the nearest one selected, and Enter dials.
 *
 * @example
 * <OutboundNumberPicker
 *   client={client}
 *   userId="agent@ccc-test"
 *   onDial={({ callee, caller }) => workbench.call(callee, caller)}
 * />
 */
export function OutboundNumberPicker({
  locale = 'zh-CN',
  theme = 'auto',
  ...options
}: OutboundNumberPickerProps) {
  const picker = useOutboundNumberPicker(options)
  const messages = languages[locale]
  const callee = useRef<HTMLInputElement>(null)
  const focusCallee = () => callee.current?.focus()
  const { pick } = picker

  const clear = () => {
    picker.clear()
    focusCallee()
  }
  // A retry button goes away with its problem; the focus must not.
  const retry = (again: () => void) => () => {
    focusCallee()
    again()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside, wherever the focus is
    <div
      className="onp"
      lang={locale}
      data-theme={theme}
      onKeyDown={(event) => handleKey(event, picker, clear)}
    >
      <CalleeField
        typed={picker.typed}
        reading={picker.reading}
        place={'place' in pick ? pick.place : null}
        messages={messages}
        inputRef={callee}
        onType={picker.type}
        onCompose={picker.compose}
        onClear={clear}
        onMove={picker.move}
      />
      <SkillGroupField
        skillGroups={picker.skillGroups}
        messages={messages}
        onRetry={retry(picker.skillGroups.retry)}
      />
      <div className="onp-callers" data-state={pick.state}>
        <div className="onp-callers-head">
          <p className="onp-label" aria-hidden="true">
            {messages.callers}
          </p>
          <output className="onp-status">{status(picker, messages)}</output>
        </div>
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
        {pick.state === 'empty' && <p className="onp-rest">{messages.nothingFoundAdvice}</p>}
        {pick.state === 'failed' && (
          <Problem error={pick.error} messages={messages} onRetry={retry(picker.retry)} />
        )}
        {picker.dialing.state === 'failed' && (
          <p className="onp-problem" role="alert">
            {messages.dialFailed} {picker.dialing.reason}
          </p>
        )}
      </div>
      <button
        type="button"
        className="onp-dial"
        disabled={!picker.draft || picker.busy}
        onClick={picker.dial}
      >
        {messages.dial}
        <span className="onp-dial-key" aria-hidden="true">
          Enter
        </span>
      </button>
    </div>
  )
}

function Keys({ messages: { keys } }: { messages: Messages }) {
  return (
    <p className="onp-keys">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {keys.choose}
      </span>
      <span>
        <kbd>Enter</kbd> {keys.dial}
      </span>
      <span>
        <kbd>Esc</kbd> {keys.clear}
      </span>
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

function invitation({ reading, skillGroups }: OutboundNumberPickerModel, messages: Messages) {
  const missing = skillGroups.groups?.length !== 0 && skillGroups.chosenIds.length === 0
  return missing && reading.state === 'complete' ? messages.chooseSkillGroup : messages.invitation
}

function status({ pick, dialing }: OutboundNumberPickerModel, messages: Messages): string {
  if (dialing.state === 'busy' || dialing.state === 'done') {
    return messages.dialing(formatNumber(dialing.callee))
  }
  if (pick.state === 'asking') return messages.asking
  if (pick.state === 'empty') return messages.nothingFound
  if (pick.state !== 'found') return ''
  const found = messages.found(pick.candidates.length)
  return pick.dropped > 0 ? `${found} · ${messages.dropped(pick.dropped)}` : found
}

function handleKey(event: KeyboardEvent, picker: OutboundNumberPickerModel, clear: () => void) {
  // Keys of an input method belong to it; a key held down is pressed once.
  if (event.nativeEvent.isComposing || event.repeat) return

  const position = event.altKey && /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (position && picker.pick.state === 'found') {
    const candidate = picker.pick.candidates[Number(position) - 1]
    if (candidate) picker.select(candidate.number)
    event.preventDefault()
  } else if (event.key === 'Escape' && picker.typed !== '') {
    event.preventDefault()
    clear()
  } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    const { type } = event.target
    if (type !== 'tel' && type !== 'radio') return
    // The host's form, if the picker stands in one, is not to be sent.
    event.preventDefault()
    picker.enter(event.timeStamp)
  }
}
