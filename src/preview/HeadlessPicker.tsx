import { useId } from 'react'
import { CccError, formatNumber, placeText } from '../ccc/index.ts'
import {
  type Messages,
  type PickerOptions,
  useOutboundNumberPicker,
  zhCN,
} from '../picker/index.ts'

/**
 * The picker's hook with your own looks, as for a company with a design system: here with the browser's plain
 * controls, there perhaps with Ant Design's `Input`, `Checkbox.Group`, `Select` and `Button`.
 */
export function HeadlessPicker({
  language: words = zhCN,
  ...options
}: PickerOptions & { language?: Messages }) {
  const picker = useOutboundNumberPicker({ ...options, locale: words.locale })
  const { callee, skillGroups, pick, dial, canDial } = picker
  const { dialing } = dial
  const id = useId()
  const found = pick.state === 'found' ? pick : null

  return (
    <div className="headless">
      <label htmlFor={`${id}-callee`}>{words.callee}</label>
      <input
        id={`${id}-callee`}
        type="tel"
        value={callee.typed}
        onChange={({ target }) => callee.type(target.value)}
        onKeyDown={({ key, timeStamp }) => {
          if (key === 'Enter') picker.enter(timeStamp)
        }}
      />
      <fieldset>
        <legend>{words.skillGroups}</legend>
        {skillGroups.source === 'ids' && (
          <input
            aria-label={words.skillGroupIds}
            value={skillGroups.typedIds}
            onChange={({ target }) => skillGroups.typeIds(target.value)}
            onBlur={skillGroups.chooseTyped}
          />
        )}
        {skillGroups.source === 'list' &&
          skillGroups.groups?.map((group) => (
            <label key={group.id}>
              <input
                type="checkbox"
                checked={skillGroups.chosenIds.includes(group.id)}
                onChange={() => skillGroups.toggle(group.id)}
              />
              {group.name}
            </label>
          ))}
      </fieldset>
      <label htmlFor={`${id}-caller`}>{words.callers}</label>
      <select
        id={`${id}-caller`}
        disabled={!found}
        value={found?.selected?.number ?? ''}
        onChange={({ target }) => picker.select(target.value)}
      >
        {found?.candidates.map((candidate) => (
          <option
            key={candidate.number}
            value={candidate.number}
            disabled={Boolean(candidate.disabled)}
          >
            {formatNumber(candidate.number)} {placeText(candidate)}
          </option>
        ))}
      </select>
      {canDial !== true && <p>{canDial || words.cannotDial}</p>}
      {dialing.reason && <p role="alert">{dialing.reason}</p>}
      {dialing.state === 'unchecked' && <p role="alert">{titleOf(words.unchecked)}</p>}
      {dialing.state === 'warned' && (
        <button type="button" onClick={dial.confirm}>
          {words.dialAnyway}
        </button>
      )}
      <button
        type="button"
        disabled={!picker.draft || dial.busy || canDial !== true}
        onClick={dial.dial}
      >
        {words.dial}
      </button>
      <output>
        {pick.error && titleOf(problemOf(pick.error, words))}
        {pick.state === 'asking' && words.asking}
        {found && words.found(found.candidates.length)}
      </output>
    </div>
  )
}

function problemOf(error: Error, { problems }: Messages) {
  return problems[error instanceof CccError ? error.kind : 'answer']
}

function titleOf(problem: string) {
  return problem.split('\n')[0]
}
