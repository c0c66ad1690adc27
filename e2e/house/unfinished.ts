import { type ESTree, Visitor } from 'vite'
import { parse, type Sources } from './importWalk.ts'

/** What tests are made of, in both runners. */
const tests = ['it', 'test', 'describe', 'suite', 'bench']

/** What leaves a test out, or all others, whether always or on some machines. */
const ways = ['skip', 'skipIf', 'runIf', 'only', 'todo', 'fixme', 'fail', 'fails']

/** How what is left for later is marked. */
const marks = ['TODO', 'FIXME', 'XXX', 'HACK']

/** A sentence for each test that is left out, and for each comment that leaves something for later. */
export function unfinished(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([file, source]) =>
    parse(file, source).flatMap(({ program, comments, lineAt }) => {
      const found: { at: number; what: string }[] = []
      const visitor = new Visitor({
        MemberExpression: (node) => {
          const way = nameOf(node.property)
          if (way !== null && ways.includes(way) && isTest(node.object)) {
            found.push({ at: node.start, what: `leaves a test out (${way}): run it, or delete it` })
          }
        },
      })
      visitor.visit(program)
      for (const { value, start } of comments) {
        const mark = marks.find((one) => value.split(/\W+/).includes(one))
        if (mark) {
          found.push({ at: start, what: `leaves something for later (${mark}): file an issue` })
        }
      }
      return found.map(({ at, what }) => `${file}:${lineAt(at)} ${what}.`)
    }),
  )
}

/** Also `test.describe` and `it.each`. */
function isTest(node: ESTree.Expression): boolean {
  if (node.type === 'MemberExpression') return isTest(node.object)
  return node.type === 'Identifier' && tests.includes(node.name)
}

function nameOf(node: ESTree.Node): string | null {
  return node.type === 'Identifier' ? node.name : null
}
