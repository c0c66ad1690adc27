import * as v from 'valibot'
import { readOrigin } from '../address.ts'

/*
 * How environment variables are read: each with the sentence that says what is wrong and what to write instead.
 */

export function problem(name: string, remedy: string) {
  return ({ input }: { input: unknown }) => {
    if (input === undefined) return `${name} is not set: ${remedy}`
    const value = String(input)
    return `${name} is ${JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value)}: ${remedy}`
  }
}

/** For values that must not appear in a log. */
export function secretProblem(name: string, remedy: string) {
  return `${name} cannot be used: ${remedy}`
}

export function matching(name: string, pattern: RegExp, remedy: string) {
  const message = problem(name, remedy)
  return v.pipe(v.string(message), v.regex(pattern, message))
}

export function integer(name: string, from: number, to: number, remedy: string) {
  const message = problem(name, remedy)
  return v.pipe(
    v.string(message),
    v.check(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to,
      message,
    ),
    v.transform(Number),
  )
}

export function oneOf<const Option extends string>(name: string, options: readonly Option[]) {
  return v.picklist(options, problem(name, `set one of ${options.join(', ')}.`))
}

export function origin(name: string, remedy: string) {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const found = readOrigin(dataset.value)
      if (found !== null) return found
      addIssue({ message: problem(name, remedy)({ input: dataset.value }) })
      return NEVER
    }),
  )
}

/** A comma-separated list, without its empty entries. */
export function list<Item extends v.GenericSchema<string, string>>(item: Item) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(',').map((one) => one.trim())),
    v.filterItems((one) => one !== ''),
    v.array(item),
  )
}

/** Numbers by action. */
export function actionLimits(name: string, remedy: string) {
  const message = problem(name, remedy)
  return v.pipe(
    v.string(),
    v.regex(/^\s*$|^\s*[A-Z]\w*=[1-9]\d{0,7}(?:\s*,\s*[A-Z]\w*=[1-9]\d{0,7})*\s*,?\s*$/, message),
    v.transform((text) =>
      Object.fromEntries(
        [...text.matchAll(/(\w+)=(\d+)/g)].map(([, action = '', calls]) => [action, Number(calls)]),
      ),
    ),
  )
}

/** A variable with a default, or without one. */
export function optional<Schema extends v.GenericSchema<string, unknown>>(
  says: string,
  schema: Schema,
) {
  return v.pipe(v.optional(schema), v.description(says))
}

export function preset<
  Schema extends v.GenericSchema<string, unknown>,
  const Fallback extends string,
>(says: string, schema: Schema, fallback: Fallback & v.InferInput<Schema>) {
  return v.pipe(v.optional(schema, fallback), v.description(says))
}

export const wholeFromZero = (most: number, unit: string) =>
  `set ${unit}, a whole number from 0 to ${most}.`
