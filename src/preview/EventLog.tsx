import type { DialDraft } from '../picker/index.ts'

export interface PickerEvent {
  id: number
  name: 'dial' | 'select'
  draft: DialDraft
}

const handlers = { dial: 'onDial', select: 'onSelect' } as const

/** What the picker told its host, newest first. */
export function EventLog({ events }: { events: readonly PickerEvent[] }) {
  const [newest] = events
  if (!newest) return null
  return (
    <details className="told-host">
      <summary>
        {handlers[newest.name]} · {events.length}
      </summary>
      <ol reversed>
        {events.map(({ id, name, draft }) => (
          <li key={id} data-event={name}>
            <strong>{handlers[name]}</strong> <code>{JSON.stringify(draft)}</code>
          </li>
        ))}
      </ol>
    </details>
  )
}
