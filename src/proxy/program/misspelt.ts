import leven from 'leven'
import { type ActionChoice, historyActions, workbenchActions } from '../call/index.ts'
import { variables } from './variables.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Warns of variables and actions that are hardly meant, and would otherwise be ignored silently. */
export function misspelt(env: Environment, actions: ActionChoice): string[] {
  return [...misspeltVariables(env), ...misspeltActions(actions)]
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

/** Actions that the proxy does not know are let through if they are listed; there are hundreds. */
function misspeltActions(actions: ActionChoice): string[] {
  if (typeof actions === 'string') return []
  const known = [...workbenchActions, ...historyActions]
  return actions.flatMap((name) => {
    if (known.includes(name)) return []
    const meant = known.find((one) => leven(name, one) <= 2)
    if (meant === undefined) return []
    return `PROXY_ACTIONS lets ${name} through, which the proxy does not know: did you mean ${meant}?`
  })
}
