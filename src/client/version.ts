import { version as packed } from '../../package.json'

/** The version of this package. */
export const version: string = packed
