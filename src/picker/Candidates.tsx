import { memo, useId } from 'react'
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
  return (
    <div className="onp-candidates" role="radiogroup" aria-label={messages.callers}>
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
      <span className="onp-place">{place}</span>
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
