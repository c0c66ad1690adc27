import { useId } from 'react'
import { formatNumber, placeText } from '../ccc/index.ts'
import {
  type Messages,
  type PickerOptions,
  useOutboundNumberPicker,
  zhCN,
} from '../picker/index.ts'

/**
 * The picker's hook in looks of one's own, as a company with a design system would do: here the plain
 * controls of the browser, there Ant Design's `Input`, `Checkbox.Group`, `Select` and `Button`.
 */
export function HeadlessPicker({
  language: words = zhCN,
  ...options
}: PickerOptions & { language?: Messages }) {
  const picker = useOutboundNumberPicker({ ...options, locale: words.locale })
  const { callee, skillGroups, pick, dial } = picker
  const id = useId()
  const found = pick.state === 'found' ? pick : null

  return (
    <form
      className="headless"
      onSubmit={(event) => {
        event.preventDefault()
        picker.enter(event.timeStamp)
      }}
    >
      <label htmlFor={`${id}-callee`}>{words.callee}</label>
      <input
        id={`${id}-callee`}
        type="tel"
        value={callee.typed}
        onChange={({ target }) => callee.type(target.value)}
      />
      <fieldset>
        <legend>{words.skillGroups}</legend>
        {skillGroups.groups?.map((group) => (
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
            disabled={candidate.disabled !== undefined}
          >
            {formatNumber(candidate.number)} {placeText(candidate)}
          </option>
        ))}
      </select>
      <button type="submit" disabled={!picker.draft || dial.busy}>
        {words.dial}
      </button>
      <output>
        {pick.state === 'failed' && words.problems.answer.title}
        {pick.state === 'asking' && words.asking}
        {found && words.found(found.candidates.length)}
      </output>
    </form>
  )
}
