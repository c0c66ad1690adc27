import leven from 'leven'
import { type ActionChoice, historyActions, workbenchActions } from '../call/index.ts'
import { variables } from './variables.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Warns of variables and actions that are hardly meant, and would otherwise be ignored silently.
 *
 * @param limited actions that have a limit
 */
export function misspelt(
  env: Environment,
  actions: ActionChoice,
  limited: readonly string[],
): string[] {
  return [
    ...misspeltVariables(env),
    ...misspeltActions('PROXY_ACTIONS', typeof actions === 'string' ? [] : actions),
    ...misspeltActions('PROXY_ACTION_LIMITS', limited),
  ]
}

function misspeltVariables(env: Environment): string[] {
  const known = Object.keys(variables.entries)
  return Object.keys(env).flatMap((name) => {
    if (known.includes(name) || !env[name]) return []
    const meant = known.find((one) => isClose(name, one))
    if (meant !== undefined)
      return `${name} is set, and the proxy knows no such variable: did you mean ${meant}?`
    if (!/^(?:PROXY|CCC)_/.test(name)) return []
    return `${name} is set, and the proxy knows no such variable: docs/proxy.md lists them.`
  })
}

/** One letter apart, underscores aside; shorter names belong to too many other programs. */
function isClose(name: string, known: string): boolean {
  const [one, other] = [name.replaceAll('_', ''), known.replaceAll('_', '')]
  return known.length >= 8 && leven(one, other) <= 1
}

/** An action that the proxy does not know may well be one; there are hundreds. */
function misspeltActions(variable: string, actions: readonly string[]): string[] {
  const known = [...workbenchActions, ...historyActions]
  return actions.flatMap((name) => {
    if (known.includes(name)) return []
    const meant = known.find((one) => leven(name, one) <= 2)
    if (meant === undefined) return []
    return `${variable} names ${name}, which the proxy does not know: did you mean ${meant}?`
  })
}
