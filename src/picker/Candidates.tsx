import { memo, startTransition, useEffect, useId, useState } from 'react'
import { formatNumber, placeText } from '../ccc/index.ts'
import type { Messages } from './messages/index.ts'
import type { PickerCandidate } from './useOutboundNumberPicker.ts'

interface CandidatesProps {
  candidates: readonly PickerCandidate[]
  selected: PickerCandidate | null
  messages: Messages
  onSelect: (number: string) => void
}

/** The caller numbers to choose from, each with its place and why it is where it is. */
export function Candidates({ candidates, selected, messages, onSelect }: CandidatesProps) {
  const name = useId()
  const rows = useGrowing(candidates.length)

  return (
    <div part="candidates" role="radiogroup" aria-label={messages.callers}>
      {candidates.slice(0, rows).map((candidate, index) => (
        <CandidateRow
          key={candidate.number}
          candidate={candidate}
          position={index + 1}
          checked={candidate === selected}
          group={name}
          messages={messages}
          onSelect={onSelect}
        />
      ))}
    </div>
  )
}

const FIRST_ROWS = 60
const MORE_ROWS = 120

/** How many rows to render: first as many as can be seen at once, then more between keystrokes. */
function useGrowing(length: number): number {
  const [rows, setRows] = useState(FIRST_ROWS)
  useEffect(() => {
    if (rows < length) startTransition(() => setRows(rows + MORE_ROWS))
  }, [rows, length])
  return rows
}

/** Scrolls the list and nothing around it: the host's page stays where it is. */
function keepInView(row: HTMLElement | null) {
  const list = row?.parentElement
  if (!list) return
  const below = row.offsetTop + row.offsetHeight - list.clientHeight
  list.scrollTop = Math.min(Math.max(list.scrollTop, below), row.offsetTop)
}

interface CandidateRowProps {
  candidate: PickerCandidate
  /** Counted from 1; the first nine have a key. */
  position: number
  checked: boolean
  group: string
  messages: Messages
  onSelect: (number: string) => void
}

const CandidateRow = memo(function CandidateRow({
  candidate,
  position,
  checked,
  group,
  messages,
  onSelect,
}: CandidateRowProps) {
  const { pinned, lastUsed, disabled, tone = 'plain' } = candidate
  const number = formatNumber(candidate.number)
  const place = placeText(candidate)
  const match = messages.matches[candidate.match]
  const note = disabled || candidate.note || ''
  const habits = [pinned ? messages.pinned : '', lastUsed ? messages.lastUsed : ''].filter(Boolean)
  const name = [number, place, match, ...habits, note].filter(Boolean).join(' ')
  return (
    // The radio's name already says all of this; screen readers need not read it twice.
    <label
      // A new function each time, so that a checked row that moves in the list stays in view too.
      ref={checked ? (row) => keepInView(row) : undefined}
      part="candidate"
      data-key={position <= 9 ? position : undefined}
    >
      <input
        form=""
        type="radio"
        name={group}
        checked={checked}
        disabled={Boolean(disabled)}
        aria-label={name}
        aria-keyshortcuts={position <= 9 ? `Alt+${position}` : undefined}
        onChange={() => onSelect(candidate.number)}
      />
      <span className="onp-number" dir="ltr" aria-hidden="true">
        {number}
      </span>
      <span className="onp-place" title={place} aria-hidden="true">
        {place}
      </span>
      {match && (
        <span part="match" data-match={candidate.match} aria-hidden="true">
          {match}
        </span>
      )}
      {(habits.length > 0 || note) && (
        <span className="onp-notes" aria-hidden="true">
          {habits.map((habit) => (
            <span key={habit} className="onp-habit">
              {habit}
            </span>
          ))}
          {note && (
            <span className="onp-note" data-tone={disabled ? 'warning' : tone}>
              {note}
            </span>
          )}
        </span>
      )}
    </label>
  )
})
