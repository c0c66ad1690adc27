import { scenarios } from '../../mocks/index.ts'
import { formatNumber } from '../ccc/index.ts'
import type { Locale } from '../picker/index.ts'
import type { Words } from './words.ts'

/** Customers as other systems list them: each number is written in a different way. */
const customers: readonly { name: Record<Locale, string>; written: string }[] = [
  { name: { 'zh-CN': '王女士 · 续费', 'en-US': 'Ms Wang, renewal' }, written: '+86 138-8888-8888' },
  { name: { 'zh-CN': '西湖茶业', 'en-US': 'West Lake Tea' }, written: '(0571) 8765 4321' },
  {
    name: { 'zh-CN': '陈先生 · 退货', 'en-US': 'Mr Chen, return' },
    written: '１３９１６６６２０２６',
  },
  { name: { 'zh-CN': '宁波港货运', 'en-US': 'Ningbo Freight' }, written: '0574-87654321转802' },
  { name: { 'zh-CN': '招商银行', 'en-US': 'CM Bank' }, written: '95555' },
]

/** Numbers to call: a list of customers, and the simulated cloud's special callees. */
export function Callees({
  words,
  locale,
  odd,
  onCall,
}: {
  words: Words
  locale: Locale
  /** Whether a simulated cloud answers, which treats some callees specially. */
  odd: boolean
  onCall: (number: string) => void
}) {
  return (
    <aside className="desktop-callees">
      <h2>{words.customers}</h2>
      <p>{words.customersHint}</p>
      <ul>
        {customers.map(({ name, written }) => (
          <li key={written}>
            <span>{name[locale]}</span>
            <CallButton number={written} words={words} onCall={onCall} />
          </li>
        ))}
      </ul>
      {odd && (
        <details>
          <summary>{words.odd}</summary>
          <p>{words.oddHint}</p>
          <ul>
            {scenarios.map(({ id, callee, says }) => (
              <li key={id} title={says}>
                <span>{id}</span>
                <CallButton number={formatNumber(callee)} words={words} onCall={onCall} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  )
}

function CallButton({
  number,
  words,
  onCall,
}: {
  number: string
  words: Words
  onCall: (number: string) => void
}) {
  return (
    <button type="button" title={words.call(number)} onClick={() => onCall(number)}>
      {number}
    </button>
  )
}
