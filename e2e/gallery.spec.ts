import { readFileSync } from 'node:fs'
import { type ConsoleMessage, expect } from '@playwright/test'
import * as v from 'valibot'
import { storyAddress, storyFinished, test } from './gallery.ts'

/** Storybook's own list: a story that is added is tested. */
const { entries } = v.parse(
  v.object({
    entries: v.record(
      v.string(),
      v.object({ type: v.picklist(['story', 'docs']), title: v.string(), name: v.string() }),
    ),
  }),
  JSON.parse(readFileSync('dist/gallery/index.json', 'utf8')),
)

for (const [id, { type, title, name }] of Object.entries(entries)) {
  if (type !== 'story') continue
  test(`${title}: ${name} plays, without an error and with nothing for axe to find`, async ({
    gallery,
  }) => {
    const errors: string[] = []
    const note = (message: ConsoleMessage) => {
      // The browser itself logs every answer of the proxy that is not well.
      const { url } = message.location()
      const isAnswer = url.includes('/aliyun/ccc/api')
      if (message.type() === 'error' && !isAnswer) errors.push(`${message.text()} ${url}`)
    }
    const noteError = ({ message }: Error) => errors.push(message)
    gallery.on('console', note).on('pageerror', noteError)
    await gallery.goto(storyAddress(id))
    const { problems, violations } = await storyFinished(gallery)
    expect(violations).toEqual([])
    expect([...problems, ...errors]).toEqual([])
    gallery.off('console', note).off('pageerror', noteError)
  })
}
