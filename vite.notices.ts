import * as v from 'valibot'
import type { Plugin } from 'vite'

/** Where Vite is asked to write what it knows of the licences (`build.license`); it goes into the file instead. */
export const licenseFile = 'licenses.json'

const Licenses = v.array(
  v.object({
    name: v.string(),
    version: v.string(),
    identifier: v.nullish(v.string(), 'unknown licence'),
    text: v.nullish(v.string(), ''),
  }),
)

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
        const comment = write(v.parse(Licenses, JSON.parse(`${listed.source}`)))
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = withEnd(file.code, comment)
        }
      },
    },
  }
}

function write(licenses: v.InferOutput<typeof Licenses>): string {
  const parts = licenses.map(({ name, version, identifier, text }) => {
    return `${name} ${version} (${identifier})\n\n${text.trim()}`.trim()
  })
  // No text may end the comment early.
  return `/*!\n${parts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`
}

/** Before the address of the source map, which comes last. */
function withEnd(code: string, comment: string): string {
  const map = code.lastIndexOf('//# sourceMappingURL=')
  return map < 0 ? `${code}\n${comment}` : `${code.slice(0, map)}${comment}${code.slice(map)}`
}
