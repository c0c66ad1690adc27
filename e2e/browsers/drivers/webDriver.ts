import * as v from 'valibot'
import type { Driver } from './driver.ts'
import { controlValue, strokeOf } from './keys.ts'

/** The commands of a WebDriver session, whatever carries them to the browser. */
export interface Commands {
  navigate: (parameters: { url: string }) => Promise<unknown>
  execute: (parameters: { script: string; args: [] }) => Promise<unknown>
  perform: (parameters: { actions: object[] }) => Promise<unknown>
  screenshot: () => Promise<unknown>
}

/** Firefox and WebKit are driven by the same commands. */
export function driveBy(commands: Commands): Omit<Driver, 'version' | 'close'> {
  return {
    open: async (url) => {
      await commands.navigate({ url })
    },
    evaluate: async (expression) =>
      v.parse(v.string(), await commands.execute({ script: `return ${expression}`, args: [] })),
    press: async (keys) => {
      const actions = keys.map(strokeOf).flatMap(({ value, control }) => {
        const stroke = [down(value), up(value)]
        return control ? [down(controlValue), ...stroke, up(controlValue)] : stroke
      })
      await commands.perform({ actions: [{ type: 'key', id: 'keyboard', actions }] })
    },
    screenshot: async () => Buffer.from(v.parse(v.string(), await commands.screenshot()), 'base64'),
  }
}

const down = (value: string) => ({ type: 'keyDown', value })
const up = (value: string) => ({ type: 'keyUp', value })
