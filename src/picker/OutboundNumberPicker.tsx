'use client'

import { forwardRef, type KeyboardEvent, useImperativeHandle, useMemo, useRef } from 'react'
import { CalleeField } from './CalleeField.tsx'
import { Callers } from './Callers.tsx'
import { DialBar } from './DialBar.tsx'
import { type MessageOverrides, type Messages, withOwn, zhCN } from './messages/index.ts'
import { OtherNumbers } from './OtherNumbers.tsx'
import { SkillGroupField } from './SkillGroupField.tsx'
import { groupNumber } from './useCallee.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import {
  type OutboundNumberPickerModel,
  type PickerOptions,
  useOutboundNumberPicker,
} from './useOutboundNumberPicker.ts'

export interface OutboundNumberPickerProps extends Omit<PickerOptions, 'locale'> {
  /**
   * The picker's language: `zhCN` (default) or `enUS`, exported separately so that a page loads only the
   * languages it uses, or the host's own.
   */
  language?: Messages | undefined
  /** Default `auto`: follows the setting of the agent's system. */
  theme?: 'auto' | 'light' | 'dark' | undefined
  /** Default `comfortable`. */
  density?: 'comfortable' | 'compact' | undefined
  /** Texts that replace some of the language's. */
  messages?: MessageOverrides | undefined
}

/** What a host can do with a picker, for example on click-to-dial. */
export interface PickerHandle {
  /** Writes a number into the callee field, as if it had been pasted. */
  setCallee: (number: string) => void
  /** Puts the focus into the callee field. */
  focus: (options?: FocusOptions) => void
  /** Empties the callee and restores the groups that were chosen at first. */
  reset: () => void
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
export const OutboundNumberPicker = forwardRef<PickerHandle, OutboundNumberPickerProps>(
  function OutboundNumberPicker(
    { theme, density, language = zhCN, messages: own, ...options },
    handle,
  ) {
    const { locale } = language
    const picker = useOutboundNumberPicker({ ...options, locale })
    const messages = useMemo(() => withOwn(language, own), [language, own])
    const callee = useRef<HTMLInputElement>(null)
    const filter = useRef<HTMLInputElement>(null)

    const focusCallee = (options?: FocusOptions) => callee.current?.focus(options)
    useImperativeHandle(handle, () => ({
      setCallee: (number) => picker.callee.type(groupNumber(String(number), true)),
      focus: focusCallee,
      reset: picker.reset,
    }))
    const clear = () => {
      picker.clear()
      focusCallee()
    }
    const keptFocus = useKeptFocus(callee)

    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside, wherever the focus is
      <div
        className="onp"
        part="picker"
        lang={locale}
        data-theme={theme}
        data-density={density}
        onKeyDown={(event) => handleKey(event, picker, clear)}
        {...keptFocus}
      >
        <CalleeField picker={picker} messages={messages} inputRef={callee} onClear={clear} />
        <SkillGroupField skillGroups={picker.skillGroups} messages={messages} />
        <Callers picker={picker} messages={messages} filterRef={filter} />
        <OtherNumbers picker={picker} messages={messages} filterRef={filter} />
        <DialBar picker={picker} messages={messages} />
        {picker.memory && (
          <label className="onp-remember">
            <input
              form=""
              type="checkbox"
              checked={picker.memory.enabled}
              onChange={({ target }) => picker.memory?.enable(target.checked)}
            />
            <span>{messages.remember}</span>
          </label>
        )}
      </div>
    )
  },
)

function handleKey(event: KeyboardEvent, picker: OutboundNumberPickerModel, clear: () => void) {
  // While an input method is composing, its keys are not the picker's.
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter' && event.repeat) {
    // A key that is held down acts once, even if the focus moves meanwhile.
    event.preventDefault()
    return
  }

  const position = event.altKey && /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (position && picker.pick.selected) {
    const candidate = picker.pick.candidates[Number(position) - 1]
    if (candidate && !candidate.disabled) picker.select(candidate.number)
    event.preventDefault()
  } else if (event.key === 'Escape') {
    takeBack(event, picker, clear)
  } else if (event.target instanceof HTMLInputElement) {
    handleFieldKey(event, event.target, picker)
  }
}

function handleFieldKey(
  event: KeyboardEvent,
  field: HTMLInputElement,
  picker: OutboundNumberPickerModel,
) {
  const { key } = event
  if (key === 'Enter' && /tel|radio/.test(field.type)) {
    // The next number that is pasted or typed takes the place of the one that is dialed.
    if (picker.draft) field.select()
    picker.enter(event.timeStamp)
  } else if (/^Arrow(?:Up|Down)$/.test(key) && /tel|search/.test(field.type)) {
    picker.move(key === 'ArrowDown' ? 1 : -1)
  } else return
  event.preventDefault()
}

/** Escape takes back the first of these that is there: a warned call, a search, the number. */
function takeBack(event: KeyboardEvent, picker: OutboundNumberPickerModel, clear: () => void) {
  if (picker.dial.dialing.state === 'warned') picker.dial.cancel()
  else if (picker.others.filter !== null) picker.others.search?.(null)
  else if (picker.callee.typed !== '') clear()
  else return
  event.preventDefault()
}
