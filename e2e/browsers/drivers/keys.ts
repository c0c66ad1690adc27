/** A press of a key, as each protocol describes it. */
export interface Stroke {
  /** The name of the key in the DOM. */
  key: string
  /** The number by which Chromium knows it. */
  keyCode: number
  /** What it writes into a field, if anything. */
  text: string | undefined
  /** The character that stands for it in WebDriver. */
  value: string
  control: boolean
}

/** WebDriver's character for the modifier. */
export const controlValue = '\uE009'

const named: Readonly<Record<string, Omit<Stroke, 'key' | 'control'>>> = {
  Enter: { keyCode: 13, text: '\r', value: '\uE007' },
  Backspace: { keyCode: 8, text: undefined, value: '\uE003' },
  ArrowDown: { keyCode: 40, text: undefined, value: '\uE015' },
}

export function strokeOf(name: string): Stroke {
  const control = name.startsWith('Control+')
  const key = control ? name.slice('Control+'.length) : name
  const { keyCode, text, value } = named[key] ?? {
    keyCode: key.toUpperCase().charCodeAt(0),
    text: key,
    value: key,
  }
  return { key, keyCode, text: control ? undefined : text, value, control }
}
