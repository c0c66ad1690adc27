import type { KeyboardEvent } from 'react'
import type { Messages } from './messages/index.ts'
import { Problem } from './Problem.tsx'
import type { SkillGroups } from './useSkillGroups.ts'

interface SkillGroupFieldProps {
  skillGroups: SkillGroups
  messages: Messages
}

/** Which skill groups the numbers are picked from: ticked in a list, or typed as ids if there is none. */
export function SkillGroupField({ skillGroups, messages }: SkillGroupFieldProps) {
  const { source, error, retry } = skillGroups
  return (
    <div className="onp-groups">
      {source === 'list' ? (
        <SkillGroupList skillGroups={skillGroups} messages={messages} />
      ) : (
        <SkillGroupIds skillGroups={skillGroups} messages={messages} />
      )}
      {error && <Problem error={error} messages={messages} onRetry={retry} />}
    </div>
  )
}

function SkillGroupList({ skillGroups, messages }: SkillGroupFieldProps) {
  const { groups, chosenIds, toggle } = skillGroups
  return (
    <fieldset part="skill-groups" aria-busy={groups === null || undefined}>
      <legend className="onp-label">{messages.skillGroups}</legend>
      {groups === null && <Loading label={messages.loadingSkillGroups} />}
      {groups?.length === 0 && <p className="onp-hint">{messages.noSkillGroups}</p>}
      {groups !== null && (
        <div className="onp-chips">
          {groups.map(({ id, name }) => (
            <label key={id} className="onp-chip">
              <input
                form=""
                type="checkbox"
                checked={chosenIds.includes(id)}
                onChange={() => toggle(id)}
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}

/** As many chips as agents often have, so that what is below rarely moves. */
function Loading({ label }: { label: string }) {
  return (
    <div className="onp-chips onp-loading" role="img" aria-label={label}>
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}

function SkillGroupIds({ skillGroups, messages }: SkillGroupFieldProps) {
  const { typedIds, typeIds, chooseTyped } = skillGroups

  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) chooseTyped()
  }

  return (
    <label>
      <span className="onp-label">{messages.skillGroupIds}</span>
      <span className="onp-field onp-field-small">
        <input
          form=""
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={messages.skillGroupIdsPlaceholder}
          value={typedIds}
          onChange={({ target }) => typeIds(target.value)}
          onBlur={chooseTyped}
          onKeyDown={keyDown}
        />
      </span>
    </label>
  )
}
