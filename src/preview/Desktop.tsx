import { useMemo, useRef, useState } from 'react'
import { formatNumber, maskNumber } from '../ccc/index.ts'
import { createProxyClient } from '../client/index.ts'
import {
  type DialDraft,
  enUS,
  OutboundNumberPicker,
  type OutboundNumberPickerOptions,
  type PickerHandle,
  zhCN,
} from '../picker/index.ts'
import { Callees } from './Callees.tsx'
import { Controls } from './Controls.tsx'
import { EventLog, type PickerEvent } from './EventLog.tsx'
import { HeadlessPicker } from './HeadlessPicker.tsx'
import { annotate, dialDisabledAs, guardOf } from './hostRules.ts'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'
import { useWorkbench, WorkbenchPanel } from './Workbench.tsx'
import { words } from './words.ts'

const hostGroups = [
  { id: 'presales@ccc-test', name: '售前咨询' },
  { id: 'aftersales@ccc-test', name: '售后服务' },
]

/** An agent's desktop with the picker in it, and what the picker tells its host. */
export function Desktop({ settings, source }: { settings: Settings; source: Source }) {
  const { locale, theme, groups, width, density, keeps, mask, guard, agent, notes } = settings
  const say = words[locale]
  const language = locale === 'en-US' ? enUS : zhCN
  const picker = useRef<PickerHandle>(null)
  const client = useMemo(() => createProxyClient({ endpoint: '/aliyun/ccc/api' }), [])
  const annotateCaller = useMemo(() => (notes === 'on' ? annotate(say) : undefined), [notes, say])
  const workbench = useWorkbench(settings)
  const [callee, setCallee] = useState('')
  const [events, setEvents] = useState<readonly PickerEvent[]>([])

  const log = (name: PickerEvent['name']) => (draft: DialDraft) => {
    const shown = mask === 'on' ? formatNumber(maskNumber(draft.callee)) : draft.callee
    const event = { name, draft: { ...draft, callee: shown } }
    setEvents((logged) => [{ id: logged.length + 1, ...event }, ...logged])
  }
  const call = (number: string) => {
    if (keeps === 'desktop') setCallee(number)
    else picker.current?.setCallee(number)
    picker.current?.focus()
  }

  const options: OutboundNumberPickerOptions = {
    client,
    instanceId: source.instanceId,
    ...(keeps === 'desktop' && { callee, onCalleeChange: setCallee }),
    ...(groups === 'host' && { skillGroups: hostGroups }),
    ...(groups === 'agent' && { userId: source.userId }),
    memory: settings.memory === 'on',
    maskCallee: mask === 'on',
    dialDisabled: dialDisabledAs(agent, say),
    beforeDial: guardOf(guard, say),
    guardTimeout: 1000,
    annotateCaller,
    onDial: log('dial'),
    onSelect: log('select'),
    ...(settings.workbench === 'on' && {
      dialDisabled: workbench.dialing.dialDisabled,
      onDial: async (draft: DialDraft) => {
        await workbench.dialing.onDial(draft)
        log('dial')(draft)
      },
    }),
  }

  return (
    <div className="desktop" data-theme={theme} lang={locale}>
      <header className="desktop-bar">
        <h1>{say.title}</h1>
        <p className="desktop-source">
          {say.sources[source.cloud]} · {source.instanceId} · {source.userId}
        </p>
        <Controls settings={settings} words={say} />
      </header>
      <main className="desktop-panels">
        <Callees words={say} locale={locale} odd={source.cloud !== 'real'} onCall={call} />
        <section className="desktop-picker" data-width={width} aria-label="Outbound Number Picker">
          {settings.looks === 'headless' ? (
            <HeadlessPicker language={language} {...options} />
          ) : (
            <OutboundNumberPicker
              ref={picker}
              language={language}
              theme={theme}
              density={density}
              {...options}
            />
          )}
        </section>
        {settings.workbench === 'on' && <WorkbenchPanel {...workbench} words={say} />}
        <EventLog events={events} words={say} />
      </main>
    </div>
  )
}
