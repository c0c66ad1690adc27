import { placeOf } from './places.ts'

/** A number and its place, in the cloud's terms; `''` for what is not known. */
export interface LocatedNumber {
  Number: string
  City: string
  Province: string
}

/** One candidate: who is called, and a number that may call. */
export interface NumberPair {
  Callee: LocatedNumber
  Caller: LocatedNumber
}

export function locate(number: string): LocatedNumber {
  const { province, city } = placeOf(number)
  return { Number: number, City: city, Province: province }
}
