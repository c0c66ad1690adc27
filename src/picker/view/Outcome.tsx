import { Alert } from './Problem.tsx'
import type { OutboundNumberPickerModel } from './usePicker.ts'

/**
 * Why nothing can be dialed, and what became of the last press. It stands below everything that can be clicked, so
 * that nothing moves under a pointer when it comes.
 */
export function Outcome({ model }: { model: OutboundNumberPickerModel }) {
  const { dial, messages, getReasonProps, getConfirmProps, getCancelProps } = model
  const reason = getReasonProps()
  return (
    <div className="onp-outcome">
      <div aria-live="polite">
        {reason.children && <p className="onp-reason" part="reason" {...reason} />}
      </div>
      {dial.status === 'warned' && (
        <div className="onp-warning" part="warning" role="alert">
          <p>{dial.reason}</p>
          <div className="onp-answers">
            <button className="onp-button" {...getConfirmProps()} />
            <button className="onp-button" {...getCancelProps()} />
          </div>
        </div>
      )}
      {dial.status === 'refused' && <Alert title={messages.refused} advice={dial.reason} />}
      {dial.status === 'failed' && <Alert title={messages.dialFailed} advice={dial.reason} />}
      {dial.status === 'unchecked' && <Alert {...messages.unchecked} />}
    </div>
  )
}
