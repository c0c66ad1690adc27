import type { Place } from '../../src/ccc/index.ts'
import { placeOf } from './places.ts'
import { SAMPLE_GROUP } from './skillGroups.ts'

/** A number that the company owns and customers may see. */
export interface CallerNumber {
  number: string
  place: Place
  /** Keys of the skill groups that may show it. */
  groups: readonly string[]
}

const owned: readonly [number: string, groups: string][] = [
  ['4006889898', 'presales aftersales members accounts'],
  // The caller of the API page's sample.
  ['01089898989', 'presales aftersales members accounts'],
  ['01059521000', 'presales members'],
  ['01059521001', 'aftersales'],
  ['01084206688', 'accounts'],
  ['13810006201', 'presales aftersales'],
  ['13910007315', 'members accounts'],
  ['02161330088', 'presales aftersales members accounts'],
  ['02161330089', 'aftersales'],
  ['13916002046', 'presales accounts'],
  ['02258690011', 'presales aftersales'],
  ['02368710022', 'aftersales members'],
  ['13883007150', 'presales'],
  ['02038650033', 'presales aftersales accounts'],
  ['02038650034', 'members'],
  ['13922001872', 'presales'],
  ['075586130044', 'presales aftersales members'],
  ['13923803391', 'accounts'],
  ['057187650055', 'presales aftersales members accounts'],
  ['057187650056', 'presales'],
  ['13957102264', 'aftersales members'],
  ['057487310066', 'presales aftersales'],
  ['02583260077', 'presales aftersales accounts'],
  ['13913005528', 'members'],
  ['051265180088', 'presales members'],
  ['02885330099', 'presales aftersales members'],
  ['13880004416', 'accounts'],
  ['02787260110', 'presales aftersales'],
  ['13971008837', 'members accounts'],
  ['02988450121', 'presales aftersales members'],
  ['053186120132', 'presales aftersales'],
  ['053285710143', 'aftersales members accounts'],
  ['13953206690', 'presales'],
  ['059187330154', 'presales aftersales'],
  ['059225080165', 'members accounts'],
  ['13959203147', 'presales aftersales'],
  ['073185260176', 'presales aftersales members'],
  ['037165790187', 'presales members accounts'],
  ['13937104582', 'aftersales'],
  ['02422560198', 'presales aftersales'],
  ['041183690209', 'members'],
  ['04713450211', 'presales aftersales accounts'],
  ['055165370222', 'presales'],
  ['07715530233', 'aftersales members'],
  ['087163180244', 'presales accounts'],
  ['031186070255', 'presales aftersales'],
  ['03514190266', 'members'],
  ['045184550277', 'aftersales accounts'],
  ['13945102288', 'members'],
  ['079186260299', 'presales aftersales'],
]

export const callerNumbers: readonly CallerNumber[] = owned.map(([number, groups]) => ({
  number,
  place: placeOf(number),
  groups: [...groups.split(' '), SAMPLE_GROUP],
}))
