import type { Preview } from '@storybook/react-vite'

type Enhancer = NonNullable<Preview['argTypesEnhancers']>[number]
type ArgType = ReturnType<Enhancer>[string]

/** Types that a person can set by a control; the others are set in code. */
const settable = ['string', 'number', 'boolean', 'enum']

/**
 * Shows the type of each prop as it is written. Optional props name `undefined`, for projects that are strict about it;
 * the table and the controls leave it out.
 */
export const asWritten: Enhancer = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([name, argType]) => [name, written(argType)]))

function written(argType: ArgType): ArgType {
  const { type } = argType
  if (typeof type !== 'object') return argType
  const raw = type.raw ?? argType.table?.type?.summary ?? ''
  // A function is in parentheses for the sake of ` | undefined` alone.
  const summary = raw.replace(/^\((.*)\) \| undefined$/, '$1').replace(/ \| undefined$/, '')
  const table = { ...argType.table, type: { summary } }
  if (type.name !== 'union') return { ...argType, table, control: controlOf(type) }
  const [first, ...others] = type.value.filter(
    (one) => one.name !== 'other' || one.value !== 'undefined',
  )
  if (!first) return argType
  // A reason or a flag, such as `dialDisabled`, is written as a reason.
  const text = others.find((one) => one.name === 'string')
  const only = text ?? (others.length === 0 ? first : type)
  return { ...argType, table, type: { ...only, required: false }, control: controlOf(only) }
}

/** Undefined leaves it to Storybook. */
function controlOf({ name }: { name: string }): { disable: true } | undefined {
  return settable.includes(name) ? undefined : { disable: true }
}
