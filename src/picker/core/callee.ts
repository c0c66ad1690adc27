import { type CalleeReading, formatNumber, maskNumber, readCallee } from '../../ccc/index.ts'

/**
 * Groups the number in a text if it is complete; one that could continue is grouped only when the agent is
 * `done`. A text with an extension stays as it is: the extension is not dialed and has to stay visible.
 */
export function groupNumber(text: string, done: boolean): string {
  // A field has one line; a browser would glue the lines together.
  const line = text.replace(/[\r\n]+/g, ' ')
  const reading = readCallee(line)
  const whole = reading.state === 'complete' && (done || reading.final)
  return whole && reading.extension === '' ? formatNumber(reading.number) : line
}

/** The text of the field for reading: grouped, or masked if people may look over the agent's shoulder. */
export function showCallee(typed: string, reading: CalleeReading, masked: boolean): string {
  if (!masked) return groupNumber(typed, true)
  if (reading.state === 'complete') return formatNumber(maskNumber(reading.number))
  return maskDigits(typed)
}

/** Half a customer's number is still a customer's: only the last digit stays. */
function maskDigits(text: string): string {
  const letters = [...text]
  const isDigit = (letter: string) => /\p{Nd}/u.test(letter)
  const last = letters.length - 1 - [...letters].reverse().findIndex(isDigit)
  return letters.map((letter, index) => (isDigit(letter) && index !== last ? '*' : letter)).join('')
}
