import { useMemo, useState } from 'react'
import { createProxyClient } from '../client/index.ts'
import { type DialDraft, OutboundNumberPicker } from '../picker/index.ts'
import { Callees } from './Callees.tsx'
import { Controls } from './Controls.tsx'
import { EventLog, type PickerEvent } from './EventLog.tsx'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'
import { words } from './words.ts'

const hostGroups = [
  { id: 'presales@ccc-test', name: '售前咨询' },
  { id: 'aftersales@ccc-test', name: '售后服务' },
]

/** An agent's desktop with the picker in it, and what the picker tells its host. */
export function Desktop({ settings, source }: { settings: Settings; source: Source }) {
  const { locale, theme, groups, width } = settings
  const client = useMemo(() => createProxyClient({ endpoint: '/aliyun/ccc/api' }), [])
  const [events, setEvents] = useState<readonly PickerEvent[]>([])
  const log = (name: PickerEvent['name']) => (draft: DialDraft) => {
    setEvents((logged) => [{ id: logged.length + 1, name, draft }, ...logged])
  }
  const say = words[locale]

  return (
    <div className="desktop" data-theme={theme} lang={locale}>
      <header className="desktop-bar">
        <h1>{say.title}</h1>
        <p className="desktop-source">
          {say.sources[source.cloud]} · {source.instanceId}
        </p>
        <Controls settings={settings} words={say} />
      </header>
      <main className="desktop-panels">
        <Callees words={say} locale={locale} />
        <section className="desktop-picker" data-width={width} aria-label="Outbound Number Picker">
          <OutboundNumberPicker
            client={client}
            locale={locale}
            theme={theme}
            instanceId={source.instanceId}
            {...(groups === 'host' && { skillGroups: hostGroups })}
            {...(groups === 'agent' && { userId: `agent@${source.instanceId}` })}
            onDial={log('dial')}
            onSelect={log('select')}
          />
        </section>
        <EventLog events={events} words={say} />
      </main>
    </div>
  )
}
