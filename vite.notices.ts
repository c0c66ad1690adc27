import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Plugin } from 'vite'

/** Where Vite is asked to write what it knows of the licences (`build.license`); it goes into the file instead. */
export const licenseFile = 'licenses.json'

const Licenses = v.array(
  v.object({
    name: v.string(),
    version: v.string(),
    identifier: v.optional(v.string(), 'no licence'),
    text: v.optional(v.string(), ''),
  }),
)

/** Who wrote the packages that have no file with their licence, as their `package.json` says. */
const authors: Readonly<Record<string, string>> = {
  '@alicloud/tea-typescript': 'Jackson Tian',
  '@nodable/entities': 'Amit Gupta',
  httpx: 'Jackson Tian',
}

/** What these licences permit, and want to be repeated. */
const permissions: Readonly<Record<string, string>> = {
  MIT: readFileSync(new URL('./LICENSE', import.meta.url), 'utf8').replace(/^.*?\n\n.*?\n\n/s, ''),
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
}

/** Ends a file that has everything inside with the names and licences of what it has inside. */
export function notices(): Plugin {
  return {
    name: 'notices',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const listed = bundle[licenseFile]
        if (listed?.type !== 'asset') throw new Error(`Vite wrote no ${licenseFile}.`)
        delete bundle[licenseFile]
        const comment = noticesOf(JSON.parse(`${listed.source}`))
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = withEnd(file.code, comment)
        }
      },
    },
  }
}

/**
 * The comment with the notices of what Vite lists.
 *
 * @throws {Error} for a package whose licence has no words to repeat
 */
export function noticesOf(licenses: unknown): string {
  const parts = v.parse(Licenses, licenses).map(({ name, version, identifier, text }) => {
    return `${name} ${version} (${identifier})\n\n${text.trim() || permissionOf(name, identifier)}`
  })
  // No text may end the comment early.
  return `/*!\n${parts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`
}

function permissionOf(name: string, identifier: string): string {
  const [author, permission] = [authors[name], permissions[identifier]]
  if (author && permission) return `Copyright (c) ${author}\n\n${permission.trim()}`
  throw new Error(
    `${name} (${identifier}) has no file with its licence, so what is built with it must not be passed on: name its author in vite.notices.ts, whose licences are ${Object.keys(permissions).join(' and ')}.`,
  )
}

/** Before the address of the source map, which comes last. */
function withEnd(code: string, comment: string): string {
  const map = code.lastIndexOf('//# sourceMappingURL=')
  return map < 0 ? `${code}\n${comment}` : `${code.slice(0, map)}${comment}${code.slice(map)}`
}
