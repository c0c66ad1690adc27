import { type ReactNode, useState } from 'react'
import type { DialDraft } from '../../picker/index.ts'
import { EventLog, type PickerEvent } from '../EventLog.tsx'
import type { Looks } from './looks.ts'
import '../preview.css'
import './host.css'

/** What a picker tells its host. */
interface Told {
  onDial: (draft: DialDraft) => unknown
  onSelect: (draft: DialDraft) => void
}

/** The page around a picker in a story: a panel as wide as the toolbar says, and what the page is told. */
export function Host({
  looks,
  onDial,
  onSelect,
  children,
}: Partial<Told> & {
  looks: Looks
  children: (told: Told) => ReactNode
}) {
  const [events, setEvents] = useState<readonly PickerEvent[]>([])
  const log = (name: PickerEvent['name'], draft: DialDraft) =>
    setEvents((before) => [{ id: before.length + 1, name, draft }, ...before])

  return (
    <div className="host" lang={looks.locale} data-theme={looks.theme}>
      <section
        className="host-panel"
        aria-label="Outbound Number Picker"
        style={{ inlineSize: looks.width }}
      >
        {children({
          onDial: (draft) => {
            log('dial', draft)
            return onDial?.(draft)
          },
          onSelect: (draft) => {
            log('select', draft)
            onSelect?.(draft)
          },
        })}
      </section>
      <EventLog events={events} />
    </div>
  )
}
