import type { Locale } from '../picker/index.ts'
import { words } from './words.ts'

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

/** Customers to call today; a click on a number hands it to the picker. */
export function Customers({
  locale,
  onCall,
}: {
  locale: Locale
  onCall: (number: string) => void
}) {
  const say = words[locale]
  return (
    <aside className="customers" aria-label={say.customers}>
      <h2>{say.customers}</h2>
      <p>{say.customersHint}</p>
      <ul>
        {customers.map(({ name, written }) => (
          <li key={written}>
            <span>{name[locale]}</span>
            <button type="button" onClick={() => onCall(written)}>
              {written}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}
