import { useState } from 'react'
import type { Locale } from '../../picker/index.ts'
import { Bar } from '../Bar.tsx'
import type { Source } from '../source.ts'
import { actionsFor } from './actions.ts'
import { CallForm } from './CallForm.tsx'
import { Code } from './Code.tsx'
import { callAction, endpoint, type Outcome } from './call.ts'
import { FaultTable } from './FaultTable.tsx'
import { OutcomeView, Summary } from './OutcomeView.tsx'
import { type Fault, readForm } from './readForm.ts'
import { type Language, samples } from './samples.ts'
import { Tabs } from './Tabs.tsx'
import { explorerWords } from './words.ts'

type Texts = Readonly<Record<string, string>>

/** Tries the API through the proxy of this page's server: the call, both requests, the answer, and code for it. */
export function Explorer({ locale, source }: { locale: Locale; source: Source }) {
  const say = explorerWords[locale]
  const actions = actionsFor(source.instanceId, source.userId)
  const [first] = actions
  const [name, setName] = useState(first?.name ?? '')
  const [typed, setTyped] = useState<Texts>({})
  const [language, setLanguage] = useState<Language>('client.call')
  const [fault, setFault] = useState<Fault | null>(null)
  const [done, setDone] = useState<{ action: string; outcome: Outcome } | null>(null)
  const [busy, setBusy] = useState(false)
  const chosen = actions.find((action) => action.name === name) ?? first
  if (!chosen) return null

  const texts: Texts = {
    ...Object.fromEntries(chosen.parameters.map((one) => [one.name, one.sample])),
    ...typed,
  }
  const form = readForm(chosen.parameters, texts)

  const send = async (changed: Texts = {}) => {
    if (busy) return
    const reading = readForm(chosen.parameters, { ...texts, ...changed })
    setFault('fault' in reading ? reading.fault : null)
    if ('fault' in reading) return
    setBusy(true)
    try {
      setDone({ action: chosen.name, outcome: await callAction(chosen.name, reading.given) })
    } finally {
      setBusy(false)
    }
  }
  const show = (CalledNumber: string) => {
    setTyped((before) => ({ ...before, CalledNumber }))
    void send({ CalledNumber })
  }
  const isPick = chosen.name === 'PickOutboundNumbers'

  return (
    <>
      <Bar locale={locale} source={source} here="explorer" />
      <main className="explorer">
        <CallForm
          {...{ locale, actions, chosen, texts, busy }}
          fault={fault}
          onChoose={setName}
          onType={(field, text) => setTyped((before) => ({ ...before, [field]: text }))}
          onSend={() => void send()}
        />
        {isPick && (
          <FaultTable locale={locale} onShow={source.cloud === 'simulated' ? show : undefined} />
        )}
        <div className="explorer-main">
          <p className="outcome" role="status">
            {done ? <Summary outcome={done.outcome} locale={locale} /> : say.invitation}
          </p>
          {done && <OutcomeView {...done} locale={locale} />}
          {'given' in form && (
            <Tabs label={say.code} names={languageNames} chosen={language} onChoose={setLanguage}>
              <Code
                label={language}
                locale={locale}
                text={samples[language]({
                  action: chosen.name,
                  given: form.given,
                  proxy: `${location.origin}${endpoint}`,
                  cloud: source.endpoint,
                })}
              />
            </Tabs>
          )}
        </div>
      </main>
    </>
  )
}

const languageNames = {
  'client.call': 'client.call',
  curl: 'curl',
  TypeScript: 'TypeScript',
  Python: 'Python',
  Java: 'Java',
} as const satisfies Record<Language, string>
