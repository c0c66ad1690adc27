import { choices, type Settings, writeSettings } from './settings.ts'
import type { Words } from './words.ts'

const names = [
  'source',
  'style',
  'groups',
  'locale',
  'theme',
  'width',
  'looks',
  'density',
  'keeps',
  'mask',
  'guard',
  'agent',
  'workbench',
  'notes',
  'memory',
] as const satisfies readonly (keyof Settings)[]

/** One drop-down for each setting; a choice reloads the page with the matching address. */
export function Controls({ settings, words }: { settings: Settings; words: Words }) {
  return (
    <form className="desktop-controls">
      {names.map((name) => (
        <label key={name}>
          <span>{words.settings[name]}</span>
          <select
            value={settings[name]}
            onChange={({ target }) => {
              location.search = writeSettings({ ...settings, [name]: target.value })
            }}
          >
            {choices[name].map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      ))}
    </form>
  )
}
