import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { anchorsOf, documents, linksOf, read, root } from './markdown.ts'

const Packed = v.tuple([v.object({ files: v.array(v.object({ path: v.string() })) })])
const asked = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: root,
  encoding: 'utf8',
})
/** The files of the tarball, by their paths. */
const packed = v.parse(Packed, JSON.parse(asked))[0].files.map(({ path }) => path)

const isPacked = (path: string) =>
  packed.includes(path) || packed.some((file) => file.startsWith(`${path}/`))

describe.each(documents)('the links of %s', (document) => {
  const links = linksOf(read(document)).map((link) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? document : posix.join(posix.dirname(document), path)
    return { link, target, anchor, outside: URL.canParse(link) }
  })
  const inside = links.filter(({ outside }) => !outside)

  it('lead to files, which are packed if the document is', () => {
    // npm shows the README with its links leading into the repository.
    const leadsIntoPackage = isPacked(document) && !document.startsWith('README')
    const lost = inside.filter(
      ({ target }) => !existsSync(resolve(root, target)) || (leadsIntoPackage && !isPacked(target)),
    )
    expect(lost.map(({ link }) => link)).toEqual([])
  })

  it('lead to headings that are there', () => {
    const lost = inside.filter(
      ({ target, anchor }) =>
        anchor !== undefined &&
        !(target.endsWith('.md') && existsSync(resolve(root, target))
          ? anchorsOf(read(target)).includes(anchor)
          : false),
    )
    expect(lost.map(({ link }) => link)).toEqual([])
  })

  it('that leave the project are HTTPS, or this machine', () => {
    const others = links.filter(({ outside }) => outside).map(({ link }) => link)
    expect(others.filter((link) => !/^https:|^http:\/\/localhost/.test(link))).toEqual([])
  })
})

it('reads links and pictures wherever they stand', () => {
  const text =
    '| a |\n| - |\n| [b](c.md#d) |\n\n<picture><source srcset="e.png" /></picture>\n\n<f>\n'
  expect(linksOf(text)).toEqual(['c.md#d', 'e.png'])
  expect(anchorsOf('# `a` and [b](c.md)?\n\n# a and b\n')).toEqual(['a-and-b', 'a-and-b-1'])
})
