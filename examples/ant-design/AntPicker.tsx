import { Alert, Button, Checkbox, Flex, Input, Radio, Tag } from 'antd'
import {
  formatNumber,
  type OutboundNumberPickerOptions,
  type PickerHandle,
  placeText,
  useOutboundNumberPicker,
} from 'outbound-number-picker'
import { type Ref, useImperativeHandle } from 'react'

interface AntPickerProps extends OutboundNumberPickerOptions {
  /** For click-to-dial and the like. */
  ref?: Ref<PickerHandle> | undefined
}

/**
 * The picker in Ant Design. Names, keys and everything that decides come with the props of each part; what is written
 * after them is looks. A button's `type` has to be: the picker's is HTML's, and Ant Design's is a look.
 */
export function AntPicker({ ref, ...options }: AntPickerProps) {
  const picker = useOutboundNumberPicker(options)
  const { place, skillGroups, pick, search, more, memory, draft, dial, messages, focus } = picker
  const { setCallee, reset } = picker.picker
  useImperativeHandle(ref, () => ({ setCallee, reset, focus }), [setCallee, reset, focus])
  const callee = picker.getCalleeProps()
  const { children: hint, ...hintProps } = picker.getHintProps()
  const dialProps = picker.getDialProps()

  return (
    <Flex vertical gap="small" {...picker.getPickerProps()}>
      <label htmlFor={callee.id}>{messages.callee}</label>
      <Input {...callee} size="large" status={callee['aria-invalid'] ? 'error' : ''} />
      {/* Screen readers announce an alert when it is new, so it is not the same element as the hint. */}
      <small key={hintProps.role} {...hintProps}>
        {[place && placeText(place), hint].filter(Boolean).join(' · ')}
      </small>

      {skillGroups.source === 'ids' && <Input {...picker.getSkillGroupIdsProps()} />}
      {skillGroups.source === 'list' && (
        <Flex wrap {...picker.getSkillGroupsProps()}>
          {skillGroups.groups?.map((group) => (
            <Checkbox key={group.id} {...picker.getSkillGroupProps(group)}>
              {group.name}
            </Checkbox>
          ))}
        </Flex>
      )}

      <output>{picker.status}</output>
      <span className="told" {...picker.getToldProps()} />
      {search?.filter != null && <Input {...picker.getFilterProps()} size="small" />}
      <div className="callers">
        {pick.state === 'found' && (
          <Flex vertical gap="small" {...picker.getCallersProps()}>
            {pick.candidates.map((candidate, index) => (
              <Radio key={candidate.number} {...picker.getCandidateProps(candidate, index)}>
                {/* The radio's name already says all of this; screen readers need not read it twice. */}
                <span aria-hidden="true">
                  {formatNumber(candidate.number)} {placeText(candidate)}{' '}
                  {messages.matches[candidate.match] && (
                    <Tag color="blue">{messages.matches[candidate.match]}</Tag>
                  )}
                  {candidate.pinned && <Tag>{messages.pinned}</Tag>}
                  {candidate.lastUsed && <Tag>{messages.lastUsed}</Tag>}
                  {candidate.disabled || candidate.note}
                </span>
              </Radio>
            ))}
          </Flex>
        )}
        {picker.problem && (
          <Alert
            type="error"
            showIcon
            title={picker.problem.title}
            description={picker.problem.advice}
            action={
              picker.problem.retryable && <Button {...picker.getRetryProps()} type="default" />
            }
          />
        )}
      </div>
      <Button
        {...dialProps}
        type="primary"
        size="large"
        className={dialProps['aria-disabled'] ? 'ant-btn-disabled' : ''}
      />
      <Flex gap="small">
        {search && <Button {...picker.getSearchProps()} type="link" />}
        {more && <Button {...picker.getMoreProps()} type="link" />}
        {memory && draft && <Button {...picker.getPinProps()} type="link" />}
      </Flex>
      <small aria-live="polite" {...picker.getReasonProps()} />
      {dial.status === 'warned' && (
        <Alert
          type="warning"
          title={dial.reason}
          action={
            <Flex gap="small">
              <Button {...picker.getConfirmProps()} type="primary" danger />
              <Button {...picker.getCancelProps()} type="default" />
            </Flex>
          }
        />
      )}
      {dial.status === 'refused' && (
        <Alert type="error" title={messages.refused} description={dial.reason} />
      )}
      {dial.status === 'failed' && (
        <Alert type="error" title={messages.dialFailed} description={dial.reason} />
      )}
      {dial.status === 'unchecked' && (
        <Alert
          type="error"
          title={messages.unchecked.title}
          description={messages.unchecked.advice}
        />
      )}
    </Flex>
  )
}
