import { memo, useEffect, useId, useRef } from 'react'
import { type Candidate, formatNumber, placeText } from '../ccc/index.ts'
import type { Messages } from './messages/index.ts'

interface CandidatesProps {
  candidates: readonly Candidate[]
  selected: Candidate
  messages: Messages
  onSelect: (number: string) => void
}

/** The caller numbers to choose from, each with its place and why it is where it is. */
export function Candidates({ candidates, selected, messages, onSelect }: CandidatesProps) {
  const name = useId()
  const list = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('label:has(:checked)')
    if (list.current && row) keepInView(list.current, row)
  }, [selected])

  return (
    <div ref={list} className="onp-candidates" role="radiogroup" aria-label={messages.callers}>
      {candidates.map((candidate, index) => (
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

/** Scrolls the list and nothing around it: the host's page stays where it is. */
function keepInView(list: HTMLElement, row: HTMLElement) {
  const below = row.offsetTop + row.offsetHeight - list.clientHeight
  list.scrollTop = Math.min(Math.max(list.scrollTop, below), row.offsetTop)
}

interface CandidateRowProps {
  candidate: Candidate
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
  const number = formatNumber(candidate.number)
  const place = placeText(candidate)
  const match = candidate.match === 'unknown' ? '' : messages.matches[candidate.match]
  const shortcut = position <= 9 ? `Alt+${position}` : undefined
  return (
    <label className="onp-candidate">
      <input
        type="radio"
        name={group}
        checked={checked}
        aria-label={[number, place, match].filter((part) => part !== '').join(' ')}
        aria-keyshortcuts={shortcut}
        onChange={() => onSelect(candidate.number)}
      />
      <span className="onp-number">{number}</span>
      <span className="onp-place" title={place}>
        {place}
      </span>
      {match && (
        <span className="onp-match" data-match={candidate.match}>
          {match}
        </span>
      )}
      <span className="onp-key" aria-hidden="true">
        {position <= 9 && position}
      </span>
    </label>
  )
})
