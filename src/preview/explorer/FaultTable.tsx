import { scenarioById } from '../../../mocks/index.ts'
import { CccError } from '../../ccc/index.ts'
import { enUS, type Locale, zhCN } from '../../picker/index.ts'
import { faults } from './faults.ts'
import { explorerWords } from './words.ts'

/** What can go wrong with a pick, and what the agent then reads. */
export function FaultTable({
  locale,
  onShow,
}: {
  locale: Locale
  /** Asks for a special callee; undefined where the real cloud answers, which knows none. */
  onShow: ((callee: string) => void) | undefined
}) {
  const say = explorerWords[locale]
  const { problems } = locale === 'en-US' ? enUS : zhCN
  return (
    <section className="faults" aria-label={say.faults}>
      <h2>{say.faults}</h2>
      {onShow && <p>{say.faultsHint}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{say.faults}</th>
            <th scope="col">HTTP</th>
            <th scope="col">{say.agentReads}</th>
            {onShow && <td />}
          </tr>
        </thead>
        <tbody>
          {faults.map(({ code, httpStatus, from, scenario }) => (
            <tr key={code}>
              <th scope="row">
                <code>{code}</code> <small>{say.from[from]}</small>
              </th>
              <td>{httpStatus}</td>
              <td>{problems[new CccError({ code, message: '', httpStatus }).kind].title}</td>
              {onShow && (
                <td>
                  <button
                    type="button"
                    aria-label={`${say.show}: ${code}`}
                    onClick={() => onShow(scenarioById(scenario).callee)}
                  >
                    {say.show}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
