import { CccError, formatNumber, type PickResult, placeText } from '../../ccc/index.ts'
import { enUS, type Locale, zhCN } from '../../picker/index.ts'
import { explorerWords } from './words.ts'

/** What the picker makes of an answer. */
export function Understood({
  reading,
  locale,
}: {
  reading: PickResult | CccError | null
  locale: Locale
}) {
  const say = explorerWords[locale]
  const messages = locale === 'en-US' ? enUS : zhCN
  if (!reading) return <p>{say.onlyPicks}</p>
  if (reading instanceof CccError) {
    const { title, advice } = messages.problems[reading.kind]
    return (
      <div className="understood">
        <p>
          <strong>{title}</strong> {advice}
        </p>
        <p>
          <code>{reading.code}</code> {reading.message}
        </p>
      </div>
    )
  }
  const { place, candidates, dropped } = reading
  return (
    <div className="understood">
      <p>
        {say.place}: {placeText(place) || '—'}
        {dropped > 0 && ` · ${say.dropped(dropped)}`}
      </p>
      {candidates.length === 0 && <p>{say.none}</p>}
      <table>
        <tbody>
          {candidates.map((candidate) => (
            <tr key={candidate.number}>
              <td>{formatNumber(candidate.number)}</td>
              <td>{placeText(candidate)}</td>
              <td>{messages.matches[candidate.match]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
