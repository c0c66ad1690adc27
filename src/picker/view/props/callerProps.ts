import type { CompositionEvent, FormEvent, KeyboardEvent } from 'react'
import type { Picker, PickerCandidate } from '../../core/index.ts'
import type { Messages } from '../../messages/index.ts'
import { partId } from '../parts.ts'
import { candidateName } from '../words.ts'
import { isComposing, type PropsContext } from './context.ts'

/** Candidates that Alt and a digit select. */
const KEYS = 9

/** Props for the caller numbers, and for what brings others. */
export function createCallerProps({ picker, snapshot, messages, id }: PropsContext) {
  const { more, pick } = snapshot
  const selected = pick.state === 'found' ? pick.selected : null
  return {
    /** For the element around the candidates. */
    getCallersProps: () => ({ role: 'radiogroup' as const, 'aria-label': messages.callers }),

    /** For the radio of a candidate, with its position in the list, counted from 0. */
    getCandidateProps: (candidate: PickerCandidate, index: number) =>
      candidateProps(picker, messages, id, candidate, index, candidate === selected),

    /** For a live region that nobody sees: says the caller that a key chose while the focus is elsewhere. */
    getToldProps: () => ({
      'aria-live': 'polite' as const,
      children: snapshot.told && candidateName(snapshot.told, messages),
    }),

    /** For the button that asks for more; there are none while `more` is null. */
    getMoreProps: () => ({
      type: 'button' as const,
      'aria-disabled': more?.adding || undefined,
      onClick: picker.more,
      children: messages.more,
    }),

    /** For the button that asks again after a failure. */
    getRetryProps: () => ({
      type: 'button' as const,
      onClick: picker.retry,
      children: messages.retry,
    }),

    /** For the button that pins the selected caller; there is nothing to pin while none is selected. */
    getPinProps: () => ({
      type: 'button' as const,
      'aria-pressed': selected?.pinned ?? false,
      onClick: () => {
        if (selected) picker.pin(selected.number)
      },
      children: messages.pin,
    }),

    /** For the button that begins the search through all numbers, and that ends it; none while `search` is null. */
    getSearchProps: () => ({
      type: 'button' as const,
      onClick: () => picker.search(snapshot.search?.filter === null ? '' : null),
      children: snapshot.search?.filter === null ? messages.allNumbers : messages.backToPick,
    }),

    /** For the field of the search; it keeps its own text, which may still be being composed. */
    getFilterProps: () => ({
      id: partId(id, 'filter'),
      form: '',
      type: 'search' as const,
      autoComplete: 'off',
      'aria-label': messages.filter,
      placeholder: messages.filter,
      // What an input method is still composing is not searched for.
      onInput: ({ currentTarget, nativeEvent }: FormEvent<HTMLInputElement>) => {
        const composing = 'isComposing' in nativeEvent && nativeEvent.isComposing === true
        if (!composing) picker.search(currentTarget.value)
      },
      onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>) =>
        picker.search(currentTarget.value),
      onKeyDown: (event: KeyboardEvent) => {
        if (isComposing(event)) return
        if (event.key === 'ArrowDown') picker.move(1)
        else if (event.key === 'ArrowUp') picker.move(-1)
        else return
        event.preventDefault()
      },
    }),
  }
}

/** The props of one candidate's radio; a row that is drawn by itself needs no more than these to know. */
export function candidateProps(
  picker: Picker,
  messages: Messages,
  id: string,
  candidate: PickerCandidate,
  index: number,
  checked: boolean,
) {
  return {
    form: '',
    type: 'radio' as const,
    name: partId(id, 'callers'),
    checked,
    // The selected one is not `disabled`, which would take the focus away from it.
    disabled: Boolean(candidate.disabled) || (candidate.capped && !checked),
    'aria-disabled': (candidate.capped && checked) || undefined,
    'aria-label': candidateName(candidate, messages),
    'aria-keyshortcuts': index < KEYS ? `Alt+${index + 1}` : undefined,
    onChange: () => picker.choose(candidate.number),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      if (!event.repeat) picker.press({ at: event.timeStamp })
    },
  }
}
