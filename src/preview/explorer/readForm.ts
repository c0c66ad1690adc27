import type { Given, Parameter } from './actions.ts'

/** What is wrong with a field. */
export type Fault =
  | { name: string; is: 'missing' }
  | { name: string; is: 'notWhole'; value: string }

/** The values of a form; a field without text is not sent, and a number is a number. */
export function readForm(
  parameters: readonly Parameter[],
  texts: Readonly<Record<string, string>>,
): { given: Given } | { fault: Fault } {
  const given: Record<string, string | number> = {}
  for (const { name, type, required } of parameters) {
    const text = (texts[name] ?? '').trim()
    if (text === '') {
      if (required) return { fault: { name, is: 'missing' } }
    } else if (type === 'integer') {
      // A number that the cloud will refuse, such as 0, may be sent: its answer is worth seeing.
      const number = Number(text)
      if (!Number.isSafeInteger(number)) return { fault: { name, is: 'notWhole', value: text } }
      given[name] = number
    } else {
      given[name] = text
    }
  }
  return { given }
}
