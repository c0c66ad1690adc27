import type { Messages } from '../messages/index.ts'
import { Candidates } from './Candidates.tsx'
import { Problem } from './Problem.tsx'
import type { OutboundNumberPickerModel } from './usePicker.ts'

/** The caller numbers, or what is shown in their place. */
export function Callers({ model }: { model: OutboundNumberPickerModel }) {
  const { pick, search, messages, picker } = model
  const searches = search !== null && search.filter !== null
  const error = 'error' in pick ? pick.error : null
  return (
    <div className={searches ? 'onp-callers onp-searching' : 'onp-callers'}>
      <div className="onp-callers-head">
        <p className="onp-label" aria-hidden="true">
          {messages.callers}
        </p>
        <output className="onp-status" part="status">
          {model.status}
        </output>
      </div>
      <span className="onp-told" {...model.getToldProps()} />
      {searches && (
        <div className="onp-field onp-field-small">
          <input {...model.getFilterProps()} />
        </div>
      )}
      {pick.state === 'idle' && (
        <div className="onp-rest">
          <p>{invitationOf(model)}</p>
          <Keys messages={messages} />
        </div>
      )}
      {(pick.state === 'paused' || pick.state === 'asking') && <Skeleton />}
      {pick.state === 'found' && <Candidates model={model} {...pick} />}
      {pick.state === 'empty' && (
        <p className="onp-rest">{searches ? messages.nothingFound : messages.nothingFoundAdvice}</p>
      )}
      {error && <Problem error={error} messages={messages} onRetry={picker.retry} />}
    </div>
  )
}

function invitationOf({ callee, skillGroups, messages }: OutboundNumberPickerModel): string {
  const choosable = skillGroups.source === 'ids' || (skillGroups.groups?.length ?? 0) > 0
  const missing = choosable && skillGroups.chosenIds.length === 0
  return missing && callee.reading.state === 'complete'
    ? messages.chooseSkillGroup
    : messages.invitation
}

function Keys({ messages }: { messages: Messages }) {
  return (
    <p className="onp-keys">
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd>
        <kbd>Alt+1…9</kbd>
        {messages.choose}
      </span>
      <span>
        <kbd>Enter</kbd>
        {messages.dial}
      </span>
      <span>
        <kbd>Esc</kbd>
        {messages.clear}
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
