import type { DialDraft } from '../picker/index.ts'
import type { Words } from './words.ts'

export interface PickerEvent {
  id: number
  name: 'dial' | 'select'
  draft: DialDraft
}

/** What the picker told its host, newest first. */
export function EventLog({ events, words }: { events: readonly PickerEvent[]; words: Words }) {
  return (
    <section className="desktop-events" aria-label={words.events}>
      <h2>{words.events}</h2>
      {events.length === 0 && <p>{words.noEvents}</p>}
      <ol reversed>
        {events.map(({ id, name, draft }) => (
          <li key={id} data-event={name}>
            <strong>{name === 'dial' ? 'onDial' : 'onSelect'}</strong>
            <code>{JSON.stringify(draft, null, 1)}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}
