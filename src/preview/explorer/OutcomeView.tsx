import { useState } from 'react'
import type { Locale } from '../../picker/index.ts'
import { asHttp, asJson, asXml, signedAsHttp } from './asText.ts'
import { Code } from './Code.tsx'
import type { Outcome } from './call.ts'
import { Tabs } from './Tabs.tsx'
import { Understood } from './Understood.tsx'
import { explorerWords } from './words.ts'

type View = keyof (typeof explorerWords)['zh-CN']['views']

/** How a call went, in one line. */
export function Summary({ outcome, locale }: { outcome: Outcome; locale: Locale }) {
  const say = explorerWords[locale]
  const { status, milliseconds, answer } = outcome
  const requestId = requestIdOf(answer)
  return (
    <>
      <span>
        {say.status} <strong>{status || '—'}</strong>
      </span>
      <span>{say.time(Math.round(milliseconds))}</span>
      {requestId && (
        <span>
          {say.requestId} <code>{requestId}</code>
        </span>
      )}
    </>
  )
}

/** A call from all sides. */
export function OutcomeView({
  action,
  outcome,
  locale,
}: {
  action: string
  outcome: Outcome
  locale: Locale
}) {
  const say = explorerWords[locale]
  const [view, setView] = useState<View>('signed')
  const { sent, exchanges, answer, understood } = outcome
  const last = exchanges?.at(-1)
  const tries = exchanges?.length ?? 0
  return (
    <Tabs label={action} names={say.views} chosen={view} onChoose={setView}>
      {view === 'understood' && <Understood reading={understood} locale={locale} />}
      {view === 'answer' && <Code label="JSON" text={asJson(answer)} locale={locale} />}
      {view === 'xml' && <Code label="XML" text={asXml(action, answer)} locale={locale} />}
      {view === 'sent' && <Code label="HTTP" text={asHttp(sent)} locale={locale} />}
      {view === 'signed' && !last && <p>{exchanges ? say.notSent : say.unreachable}</p>}
      {view === 'signed' && last && (
        <>
          {tries > 1 && <p>{say.tries(tries)}</p>}
          <Code label="HTTP" text={signedAsHttp(last)} locale={locale} />
          <Code label={say.canonical} text={last.canonicalRequest} locale={locale} />
          <Code label={say.stringToSign} text={last.stringToSign} locale={locale} />
        </>
      )}
    </Tabs>
  )
}

function requestIdOf(answer: unknown): string {
  const has = typeof answer === 'object' && answer !== null && 'RequestId' in answer
  return has ? String(answer.RequestId) : ''
}
