import type {
  ChangeEvent,
  ClipboardEvent,
  CompositionEvent,
  FocusEvent,
  KeyboardEvent,
} from 'react'
import { formatNumber } from '../../../ccc/index.ts'
import { groupNumber, type Picker } from '../../core/index.ts'
import { findPart, partId } from '../parts.ts'
import { explainHistory, explainReading, isWrong } from '../words.ts'
import { isComposing, type PropsContext } from './context.ts'

/** Props for the field of the customer's number, and for what is said below it. */
export function createCalleeProps({ picker, snapshot, messages, id, root }: PropsContext) {
  const { typed, shown, masked, editing, reading, rested } = snapshot.callee
  const wrong = isWrong(reading)
  const [hint, last] = [partId(id, 'hint'), partId(id, 'last')]

  const copy = (event: ClipboardEvent) => {
    if (!masked) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', shown)
  }

  return {
    /** For an `<input>` with a label of its own; it gets its keys, input methods, pastes and undo from here. */
    getCalleeProps: () => ({
      id: partId(id, 'callee'),
      // No form of the host's sends it.
      form: '',
      type: 'tel' as const,
      autoComplete: 'off',
      placeholder: messages.calleePlaceholder,
      value: editing ? typed : shown,
      'aria-invalid': wrong || undefined,
      'aria-describedby': [hint, ...(snapshot.history ? [last] : [])].join(' '),
      onChange: (event: ChangeEvent<HTMLInputElement>) => change(picker, event),
      onPaste: (event: ClipboardEvent<HTMLInputElement>) => paste(picker, event),
      onCopy: copy,
      onCut: copy,
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => pressKey(picker, event),
      onFocus: ({ target }: FocusEvent<HTMLInputElement>) => {
        picker.edit()
        if (masked) unmask(target, picker.getSnapshot().callee.typed)
      },
      onBlur: picker.leave,
      onCompositionStart: picker.compose,
      onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>) =>
        picker.composed(currentTarget.value),
    }),

    /** For the button that empties the field. */
    getClearProps: () => ({
      type: 'button' as const,
      'aria-label': messages.clear,
      onClick: () => {
        picker.clear()
        findPart(root.current, id, 'callee')?.focus()
      },
    }),

    /** For the button that takes the first of several numbers, while `callee.reading.state` is `several`. */
    getTakeFirstProps: () => ({
      type: 'button' as const,
      onClick: picker.takeFirst,
      children: reading.state === 'several' && messages.takeFirst(formatNumber(reading.first)),
    }),

    /**
     * For what is said about the number. While something is wrong with it and the agent has stopped typing, it is
     * an alert: give it another `key` then, because screen readers announce an alert when it is new.
     */
    getHintProps: () => ({
      id: hint,
      role: wrong && rested ? ('alert' as const) : undefined,
      children: explainReading(reading, messages),
    }),

    /** For what is said of the last call to the number, while `history` is not null. Keep room for it: it comes late. */
    getLastCallProps: () => ({
      id: last,
      children: explainHistory(snapshot, messages),
    }),
  }
}

function change(picker: Picker, { target, nativeEvent }: ChangeEvent<HTMLInputElement>): void {
  const { value, selectionStart } = target
  const composing = 'isComposing' in nativeEvent && nativeEvent.isComposing === true
  // Grouping would move the caret if it is not at the end, and would break off a composition.
  const atEnd = selectionStart === value.length && !composing
  picker.type(atEnd ? groupNumber(value, false) : value)
  // A blank at the end changes nothing, so nothing is drawn that would take it away.
  const { typed } = picker.getSnapshot().callee
  if (target.value !== typed) target.value = typed
}

/** Pastes here instead of in the browser, which glues lines together and forgets what it can undo. */
function paste(picker: Picker, event: ClipboardEvent<HTMLInputElement>): void {
  const text = event.clipboardData.getData('text')
  if (text === '') return
  event.preventDefault()
  const { value, selectionStart, selectionEnd } = event.currentTarget
  const before = value.slice(0, selectionStart ?? value.length)
  const after = value.slice(selectionEnd ?? value.length)
  picker.paste(before + text + after)
}

function pressKey(picker: Picker, event: KeyboardEvent<HTMLInputElement>): void {
  if (isComposing(event)) return
  const { key, shiftKey, currentTarget } = event
  const undoes = (event.ctrlKey || event.metaKey) && !shiftKey && key.toLowerCase() === 'z'
  if (undoes) {
    if (picker.undo()) event.preventDefault()
    return
  }
  if (key === 'Enter') {
    // The next number that is pasted or typed takes the place of the one that is dialed.
    if (!event.repeat && picker.press({ at: event.timeStamp })) currentTarget.select()
  } else if (key === 'ArrowDown') picker.move(1)
  else if (key === 'ArrowUp') picker.move(-1)
  else return
  event.preventDefault()
}

/**
 * Shows the number in place of its mask before it is drawn, and selects it as Tab has selected the mask: whatever is
 * typed or pasted next takes its place, however soon it comes.
 */
function unmask(field: HTMLInputElement, number: string): void {
  field.value = number
  field.select()
  // A click puts the caret somewhere after this.
  setTimeout(() => {
    if (field.value === number) field.select()
  })
}
