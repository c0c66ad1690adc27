import { memo, type RefObject, startTransition, useEffect, useRef, useState } from 'react'
import { formatNumber, placeText } from '../../ccc/index.ts'
import { isFree, type Picker, type PickerCandidate } from '../core/index.ts'
import type { Messages } from '../messages/index.ts'
import { candidateProps } from './props/index.ts'
import { useBeforePaint } from './useBeforePaint.ts'
import type { OutboundNumberPickerModel } from './usePicker.ts'
import { remarksOf } from './words.ts'

interface CandidatesProps {
  model: OutboundNumberPickerModel
  candidates: readonly PickerCandidate[]
  selected: PickerCandidate | null
}

/** The caller numbers to choose from, each with its place and why it is where it is. */
export function Candidates({ model, candidates, selected }: CandidatesProps) {
  const { picker, messages, id, history, getCallersProps } = model
  const rows = useGrowing(candidates.length)
  const list = useRef<HTMLDivElement>(null)
  const isDrawn = candidates.slice(0, rows).some((candidate) => candidate === selected)
  // A checked row that moves in the list stays in view too; rows that come below it do not move it.
  useBeforePaint(() => keepCheckedInView(list.current), [candidates, selected, isDrawn])

  return (
    <div ref={list} className="onp-candidates" part="candidates" {...getCallersProps()}>
      {candidates.slice(0, rows).map((candidate, index) => (
        <CandidateRow
          key={candidate.number}
          picker={picker}
          messages={messages}
          id={id}
          candidate={candidate}
          index={index}
          checked={candidate === selected}
          hasHistory={history !== null}
        />
      ))}
    </div>
  )
}

const FIRST_ROWS = 60
const MORE_ROWS = 1000

/** How many rows to render: first as many as can be seen at once, then a thousand at a time, between keystrokes. */
function useGrowing(length: number): number {
  const [rows, setRows] = useState(FIRST_ROWS)
  useEffect(() => {
    if (rows < length) startTransition(() => setRows(rows + MORE_ROWS))
  }, [rows, length])
  return rows
}

/** Scrolls the list and nothing around it: the host's page stays where it is. */
function keepCheckedInView(list: HTMLElement | null): void {
  const row = list?.querySelector(':checked')?.parentElement
  if (!list || !row) return
  const below = row.offsetTop + row.offsetHeight - list.clientHeight
  list.scrollTop = Math.min(Math.max(list.scrollTop, below), row.offsetTop)
}

interface CandidateRowProps {
  picker: Picker
  messages: Messages
  /** The picker's. */
  id: string
  candidate: PickerCandidate
  index: number
  checked: boolean
  /** Keeps room for what history says later. */
  hasHistory: boolean
}

const CandidateRow = memo(function CandidateRow(row: CandidateRowProps) {
  const { picker, messages, id, candidate, index, checked, hasHistory } = row
  const { match, tone = 'plain' } = candidate
  const isOff = !isFree(candidate)
  const radio = useNameWhileShown()
  const { habits, note, use } = remarksOf(candidate, messages)
  const place = placeText(candidate)
  const matched = messages.matches[match]
  return (
    // The radio's name already says all of this; screen readers need not read it twice.
    <label
      className="onp-candidate"
      part="candidate"
      data-key={index < 9 ? index + 1 : undefined}
      data-selected={checked || undefined}
      data-disabled={isOff || undefined}
    >
      <input ref={radio} {...candidateProps(picker, messages, id, candidate, index, checked)} />
      <span className="onp-number" dir="ltr" aria-hidden="true">
        {formatNumber(candidate.number)}
      </span>
      <span className="onp-place" title={place} aria-hidden="true">
        {place}
      </span>
      {matched && (
        <span className="onp-match" part="match" data-match={match} aria-hidden="true">
          {matched}
        </span>
      )}
      {(habits.length > 0 || note || hasHistory) && (
        <span className="onp-notes" aria-hidden="true">
          {habits.map((habit) => (
            <span key={habit} className="onp-habit">
              {habit}
            </span>
          ))}
          {note && (
            <span className="onp-note" data-tone={isOff ? 'warning' : tone}>
              {note}
            </span>
          )}
          {use && <span className="onp-note">{use}</span>}
        </span>
      )}
    </label>
  )
})

/** Takes a radio's name away when it goes: Chromium keeps named radios that leave a shadow root, for ever. */
function useNameWhileShown(): RefObject<HTMLInputElement | null> {
  const radio = useRef<HTMLInputElement>(null)
  useBeforePaint(() => {
    const leaving = radio.current
    return () => leaving?.removeAttribute('name')
  }, [])
  return radio
}
