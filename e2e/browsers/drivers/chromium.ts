import * as v from 'valibot'
import { type Send, startChromium } from './devTools.ts'
import type { Desktop, Driver } from './driver.ts'
import { strokeOf } from './keys.ts'
import { createProfile } from './program.ts'

const version = v.object({ product: v.string() })
const target = v.object({ targetId: v.string() })
const session = v.object({ sessionId: v.string() })
const picture = v.object({ data: v.string() })
const evaluated = v.object({
  result: v.object({ value: v.optional(v.string()) }),
  exceptionDetails: v.optional(
    v.object({ text: v.string(), exception: v.object({ description: v.optional(v.string()) }) }),
  ),
})

/**
 * Drives any Chromium through the DevTools protocol. What is used of it was the same in 2021 as it is today, which
 * cannot be said of any one version of the libraries for it.
 */
export async function launchChromium(path: string, desktop: Desktop): Promise<Driver> {
  const profile = createProfile()
  const { send, stop } = startChromium(path, profile.folder)
  const close = async () => {
    await stop()
    profile.remove()
  }
  try {
    const { product } = v.parse(version, await send('Browser.getVersion'))
    const { targetId } = v.parse(target, await send('Target.createTarget', { url: 'about:blank' }))
    const attached = await send('Target.attachToTarget', { targetId, flatten: true })
    const { sessionId } = v.parse(session, attached)
    const page: Send = (method, parameters) => send(method, parameters, sessionId)
    const features = [{ name: 'prefers-color-scheme', value: desktop }]
    await page('Emulation.setEmulatedMedia', { features })
    return { version: product, close, ...drive(page) }
  } catch (error) {
    await close()
    throw error
  }
}

function drive(page: Send): Omit<Driver, 'version' | 'close'> {
  return {
    open: async (url) => {
      await page('Page.navigate', { url })
    },
    evaluate: async (expression) => {
      const answer = await page('Runtime.evaluate', { expression, returnByValue: true })
      const { result, exceptionDetails } = v.parse(evaluated, answer)
      if (!exceptionDetails) return result.value ?? ''
      throw new Error(exceptionDetails.exception.description ?? exceptionDetails.text)
    },
    press: async (keys) => {
      for (const { key, keyCode, text, control } of keys.map(strokeOf)) {
        const event = { key, windowsVirtualKeyCode: keyCode, modifiers: control ? 2 : 0 }
        const type = text === undefined ? 'rawKeyDown' : 'keyDown'
        await page('Input.dispatchKeyEvent', { ...event, type, text })
        await page('Input.dispatchKeyEvent', { ...event, type: 'keyUp' })
      }
    },
    screenshot: async () => {
      const { data } = v.parse(picture, await page('Page.captureScreenshot'))
      return Buffer.from(data, 'base64')
    },
  }
}
