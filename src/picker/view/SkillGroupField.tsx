import { Problem } from './Problem.tsx'
import type { OutboundNumberPickerModel } from './usePicker.ts'

/** Which skill groups the numbers are picked from: ticked in a list, or typed as ids if there is none. */
export function SkillGroupField({ model }: { model: OutboundNumberPickerModel }) {
  const { skillGroups, messages, picker } = model
  return (
    <div className="onp-groups">
      {skillGroups.source === 'list' ? (
        <SkillGroupList model={model} />
      ) : (
        <label>
          <span className="onp-label">{messages.skillGroupIds}</span>
          <span className="onp-field onp-field-small">
            <input {...model.getSkillGroupIdsProps()} />
          </span>
        </label>
      )}
      {skillGroups.source === 'ids' && skillGroups.error && (
        <Problem error={skillGroups.error} messages={messages} onRetry={picker.retrySkillGroups} />
      )}
    </div>
  )
}

function SkillGroupList({ model }: { model: OutboundNumberPickerModel }) {
  const { skillGroups, messages, getSkillGroupProps, getSkillGroupsProps } = model
  const groups = skillGroups.source === 'list' ? skillGroups.groups : null
  const { 'aria-busy': busy } = getSkillGroupsProps()
  return (
    <fieldset part="skill-groups" aria-busy={busy}>
      <legend className="onp-label">{messages.skillGroups}</legend>
      {groups === null && <Loading label={messages.loadingSkillGroups} />}
      {groups?.length === 0 && <p className="onp-hint">{messages.noSkillGroups}</p>}
      {groups !== null && (
        <div className="onp-chips">
          {groups.map((group) => (
            <label key={group.id} className="onp-chip">
              <input {...getSkillGroupProps(group)} />
              <span>{group.name}</span>
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
