import type { OutboundNumberPickerModel } from './usePicker.ts'

/** For when the pick is not what the agent wants: look through all, ask for more, pin. */
export function OtherNumbers({ model }: { model: OutboundNumberPickerModel }) {
  const { pick, search, more, memory, getSearchProps, getMoreProps, getPinProps } = model
  const selected = pick.state === 'found' ? pick.selected : null
  return (
    <div className="onp-others">
      {search && <button className="onp-link" {...getSearchProps()} />}
      {more && <button className="onp-link" {...getMoreProps()} />}
      {memory && selected && <button className="onp-link" {...getPinProps()} />}
    </div>
  )
}
