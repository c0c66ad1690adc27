import {
  formatNumber,
  type OutboundNumberPickerOptions,
  type PickerHandle,
  placeText,
  useOutboundNumberPicker,
} from 'outbound-number-picker'
import { type Ref, useImperativeHandle } from 'react'

interface HeadlessPickerProps extends OutboundNumberPickerOptions {
  ref?: Ref<PickerHandle> | undefined
}

/**
 * The picker's hook with looks of a company's own, here the browser's plain controls. Names, keys and everything that
 * decides come with the props.
 */
export function HeadlessPicker({ ref, ...options }: HeadlessPickerProps) {
  const picker = useOutboundNumberPicker(options)
  const { skillGroups, pick, dial, messages, focus } = picker
  const { setCallee, reset } = picker.picker
  useImperativeHandle(ref, () => ({ setCallee, reset, focus }), [setCallee, reset, focus])
  const callee = picker.getCalleeProps()
  const { children: hint, ...hintProps } = picker.getHintProps()

  return (
    <div className="headless" {...picker.getPickerProps()}>
      <label htmlFor={callee.id}>{messages.callee}</label>
      <input {...callee} />
      <p key={hintProps.role} {...hintProps}>
        {hint}
      </p>
      {skillGroups.source === 'ids' && <input {...picker.getSkillGroupIdsProps()} />}
      {skillGroups.source === 'list' && (
        <div {...picker.getSkillGroupsProps()}>
          {skillGroups.groups?.map((group) => (
            <label key={group.id}>
              <input {...picker.getSkillGroupProps(group)} />
              {group.name}
            </label>
          ))}
        </div>
      )}
      {pick.state === 'found' && (
        <div {...picker.getCallersProps()}>
          {pick.candidates.map((candidate, index) => (
            <label key={candidate.number}>
              <input {...picker.getCandidateProps(candidate, index)} />
              {formatNumber(candidate.number)} {placeText(candidate)}
            </label>
          ))}
        </div>
      )}
      <output>{picker.status}</output>
      <span className="told" {...picker.getToldProps()} />
      <button {...picker.getDialProps()} />
      <p aria-live="polite" {...picker.getReasonProps()} />
      {dial.status === 'warned' && (
        <div role="alert">
          {dial.reason}
          <button {...picker.getConfirmProps()} />
          <button {...picker.getCancelProps()} />
        </div>
      )}
      {dial.status === 'refused' && <p role="alert">{dial.reason || messages.refused}</p>}
      {dial.status === 'failed' && <p role="alert">{dial.reason || messages.dialFailed}</p>}
      {dial.status === 'unchecked' && <p role="alert">{messages.unchecked.title}</p>}
      {pick.state === 'failed' && (
        <p role="alert">
          {picker.problem?.title}
          {picker.problem?.retryable && <button {...picker.getRetryProps()} />}
        </p>
      )}
    </div>
  )
}
