import { expect, type userEvent, waitFor, type within } from 'storybook/test'
import { enUS, type Messages, zhCN } from '../../picker/index.ts'

/** What a play function is given of the page. */
interface Desk {
  canvas: ReturnType<typeof within>
  userEvent: ReturnType<typeof userEvent.setup>
}

type Words = { [Key in keyof Messages]: Messages[Key] extends string ? Key : never }[keyof Messages]

/** The name of a part, in whichever language the toolbar says. */
export const named = (part: Words) => (name: string) => name === zhCN[part] || name === enUS[part]

/** Waits until a number can be dialed. */
export async function ready({ canvas }: Desk): Promise<void> {
  await canvas.findAllByRole('radio')
  const dial = canvas.getByRole('button', { name: named('dial') })
  await waitFor(() => expect(dial).not.toHaveAttribute('aria-disabled', 'true'))
}

/** Presses keys in the callee field, as an agent does who never leaves it: `{Enter}`, `{Alt>}2{/Alt}`. */
export async function press({ canvas, userEvent }: Desk, keys: string): Promise<void> {
  canvas.getByRole('textbox', { name: named('callee') }).focus()
  await userEvent.keyboard(keys)
}

/** Waits until the cloud's answer is there, whatever it is: callers, none, or a problem. */
export async function answered({ canvas }: Desk): Promise<void> {
  await waitFor(
    () => {
      const [alert] = canvas.queryAllByRole('alert')
      const [caller] = canvas.queryAllByRole('radio')
      expect(alert ?? caller ?? canvas.queryByText(isNothingFound)).toBeTruthy()
    },
    { timeout: 10_000 },
  )
}

const isNothingFound = named('nothingFound')

/**
 * Presses a button as assistive technology does: the clicks that user-event makes have no place on the screen, and
 * the picker takes them for those of a pointer that rests while things move under it.
 */
export function activate({ canvas }: Pick<Desk, 'canvas'>, part: Words): void {
  canvas.getByRole('button', { name: named(part) }).click()
}

/** Dials what is selected. */
export async function dial(desk: Desk): Promise<void> {
  await ready(desk)
  await press(desk, '{Enter}')
}
