import type { Locale } from '../../picker/index.ts'
import type { actionsFor } from './actions.ts'
import type { Fault } from './readForm.ts'
import { explorerWords } from './words.ts'

type Actions = ReturnType<typeof actionsFor>

/** Which action, and its parameters under the names of the API's page. */
export function CallForm({
  locale,
  actions,
  chosen,
  texts,
  fault,
  busy,
  onChoose,
  onType,
  onSend,
}: {
  locale: Locale
  actions: Actions
  chosen: Actions[number]
  texts: Readonly<Record<string, string>>
  /** About a field that cannot be sent. */
  fault: Fault | null
  busy: boolean
  onChoose: (name: string) => void
  onType: (name: string, text: string) => void
  onSend: () => void
}) {
  const say = explorerWords[locale]
  return (
    <form
      className="explorer-form"
      aria-label={say.request}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <label>
        {say.action}
        <select value={chosen.name} onChange={({ target }) => onChoose(target.value)}>
          {actions.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <a href={chosen.page} target="_blank" rel="noreferrer">
        {say.reference}
      </a>
      {chosen.parameters.map(({ name, type, required }) => (
        <label key={name}>
          <span>
            {name} <small>{required ? type : `${type} · ${say.optional}`}</small>
          </span>
          <input
            value={texts[name] ?? ''}
            inputMode={type === 'integer' ? 'numeric' : 'text'}
            aria-required={required}
            aria-invalid={fault?.name === name}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onType(name, target.value)}
          />
        </label>
      ))}
      {fault && <p role="alert">{sentenceOf(fault, locale)}</p>}
      <button type="submit" className="explorer-run" aria-disabled={busy || undefined}>
        {busy ? say.running : say.run}
      </button>
    </form>
  )
}

function sentenceOf(fault: Fault, locale: Locale): string {
  const say = explorerWords[locale]
  return fault.is === 'missing' ? say.missing(fault.name) : say.notWhole(fault.name, fault.value)
}
