import { useEffect, useMemo, useRef, useState } from 'react'
import type { MadeCall } from '../../mocks/index.ts'
import { createProxyClient } from '../client/index.ts'
import { historyFromRecords } from '../history/index.ts'
import {
  callFrequency,
  type DialDraft,
  enUS,
  type Locale,
  OutboundNumberPicker,
  type PickerHandle,
  zhCN,
} from '../picker/index.ts'
import { Bar } from './Bar.tsx'
import { Customers } from './Customers.tsx'
import { EventLog, type PickerEvent } from './EventLog.tsx'
import { madeCallsPath, type Source } from './source.ts'
import { useWorkbench, WorkbenchPanel } from './Workbench.tsx'

/** An agent's desktop: customers to call, the picker, and the Workbench through which it dials. */
export function Desktop({
  locale,
  source,
  callee,
  hasHistory,
}: {
  locale: Locale
  source: Source
  /** The customer to begin with. */
  callee: string
  /** Whether the picker may ask the call records. */
  hasHistory: boolean
}) {
  const { instanceId, userId } = source
  const picker = useRef<PickerHandle>(null)
  const client = useMemo(() => createProxyClient({ endpoint: '/aliyun/ccc/api' }), [])
  const { history, beforeDial } = useMemo(() => {
    if (!hasHistory) return {}
    const history = historyFromRecords({ client, instanceId })
    return { history, beforeDial: callFrequency({ history, strict: true }) }
  }, [client, instanceId, hasHistory])
  const { dialing, ...phone } = useWorkbench(locale, undefined, { userId, recordCall })
  const [events, setEvents] = useState<readonly PickerEvent[]>([])
  const log = (name: PickerEvent['name'], draft: DialDraft) =>
    setEvents((before) => [{ id: before.length + 1, name, draft }, ...before])

  useEffect(() => picker.current?.focus(), [])

  return (
    <>
      <Bar locale={locale} source={source} here="desktop" />
      <main className="desktop-panels">
        <Customers
          locale={locale}
          onCall={(number) => {
            picker.current?.setCallee(number)
            picker.current?.focus()
          }}
        />
        <section className="desktop-picker" aria-label="Outbound Number Picker">
          <OutboundNumberPicker
            ref={picker}
            client={client}
            instanceId={instanceId}
            userId={userId}
            defaultCallee={callee}
            locale={locale === 'en-US' ? enUS : zhCN}
            history={history}
            beforeDial={beforeDial}
            dialDisabled={dialing.dialDisabled}
            onDial={async (draft) => {
              await dialing.onDial(draft)
              log('dial', draft)
            }}
            onSelect={(draft) => log('select', draft)}
          />
        </section>
        <WorkbenchPanel {...phone} dialing={dialing} locale={locale} />
        <EventLog events={events} />
      </main>
    </>
  )
}

/** The call is over: a simulated cloud keeps a record of it. */
function recordCall(call: MadeCall): void {
  void fetch(madeCallsPath, { method: 'POST', body: JSON.stringify(call) })
}
