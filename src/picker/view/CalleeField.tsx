import { placeText } from '../../ccc/index.ts'
import type { OutboundNumberPickerModel } from './usePicker.ts'
import { isWrong } from './words.ts'

/** Where the agent pastes or types the customer's number, and sees at once how it is read. */
export function CalleeField({ model }: { model: OutboundNumberPickerModel }) {
  const { callee, place, history, messages, getCalleeProps, getHintProps } = model
  const { typed, reading } = callee
  const props = getCalleeProps()
  const { children: explanation, ...hint } = getHintProps()
  return (
    <div className="onp-callee">
      <label className="onp-label" htmlFor={props.id}>
        {messages.callee}
      </label>
      <div className="onp-field" data-wrong={isWrong(reading) || undefined}>
        <input part="callee" {...props} />
        {typed !== '' && <button className="onp-clear" {...model.getClearProps()} />}
      </div>
      {/* Screen readers announce an alert when it is new, so it is not the same element as the hint. */}
      <p
        key={hint.role ? 'alert' : 'hint'}
        className="onp-hint"
        data-wrong={isWrong(reading) || undefined}
        {...hint}
      >
        {[place && placeText(place), explanation].filter(Boolean).join(' · ')}
      </p>
      {history && <p className="onp-last" part="last-call" {...model.getLastCallProps()} />}
      {reading.state === 'several' && (
        <button className="onp-link" {...model.getTakeFirstProps()} />
      )}
    </div>
  )
}
