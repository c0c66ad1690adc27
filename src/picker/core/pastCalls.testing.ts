import { settled } from './clock.testing.ts'
import { startHistory } from './history.testing.ts'
import type { PickerOptions } from './options.ts'
import { MOBILE, openPicker } from './picker.testing.ts'

/** A picker that was given a number, with a history that waits for the test. */
export async function openWith(given: Partial<PickerOptions> = {}) {
  const asked = startHistory()
  const page = openPicker({ history: asked.history, ...given })
  page.picker.setCallee(MOBILE)
  await settled()
  const rows = () => {
    const { pick } = page.now()
    return pick.state === 'found' ? pick.candidates : []
  }
  /** Callers that are marked in this way. */
  const marked = (mark: 'answeredLast' | 'capped') =>
    rows().flatMap((row) => (row[mark] ? [row.number] : []))
  const use = (number: string, dialed: number) =>
    asked.callers.at(-1)?.answer(new Map([[number, { dialed, answered: 0 }]]))
  return { ...page, asked, rows, marked, use }
}
