/** What WebKit itself changes: its driver leaves something behind, and the list is a new one at every look. */
const notByScripts: readonly string[] = [
  'window.Symbol(automationSessionProxy)',
  'PerformanceObserver.supportedEntryTypes',
]

type Inventory = Map<string, PropertyDescriptor>

/** Every property of the window, of these names in it, and of their prototypes. */
function takeInventory(names: readonly string[]): Inventory {
  const inventory: Inventory = new Map()
  const add = (name: string, owner: unknown) => {
    if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null) return
    for (const key of Reflect.ownKeys(owner)) {
      const property = Reflect.getOwnPropertyDescriptor(owner, key)
      if (property) inventory.set(`${name}.${String(key)}`, property)
    }
  }
  add('window', window)
  for (const name of names) {
    const value = valueIn(window, name)
    if (value === window) continue
    add(name, value)
    if (typeof value === 'function') add(`${name}.prototype`, valueIn(value, 'prototype'))
  }
  return inventory
}

/** Getters are not asked: they could be the page's own. */
function valueIn(owner: object, name: string): unknown {
  return Reflect.getOwnPropertyDescriptor(owner, name)?.value
}

/** Tells which globals and which properties of built-ins were added, replaced or removed since it was called. */
export function watchBuiltIns(): () => string[] {
  const builtIns = Object.getOwnPropertyNames(window)
  const before = takeInventory(builtIns)
  return () => {
    const after = takeInventory(builtIns)
    const names = [...new Set([...before.keys(), ...after.keys()])]
    return names.filter((name) => {
      const was = before.get(name)
      const is = after.get(name)
      return !notByScripts.includes(name) && !(was && is && isSame(was, is))
    })
  }
}

function isSame(was: PropertyDescriptor, is: PropertyDescriptor): boolean {
  return Object.is(was.value, is.value) && was.get === is.get && was.set === is.set
}
