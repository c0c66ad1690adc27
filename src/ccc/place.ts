/** The place that a number belongs to, with the cloud's Chinese names; `''` for an unknown one. */
export interface Place {
  /** Without its suffix, such as `浙江` or `内蒙古`. */
  province: string
  /** Without its suffix, such as `杭州`; for a municipality, the same as `province`. */
  city: string
}

export const nowhere: Place = { province: '', city: '' }

/** How near a caller's place is to the callee's. */
export type PlaceMatch = 'same-city' | 'same-province' | 'other' | 'unknown'

const MUNICIPALITIES = new Set(['北京', '上海', '天津', '重庆'])
const NOT_A_PLACE = /^(?:null|undefined|unknown|未知|其他|全国|-+)$/i

const SUFFIX = /(?:省|市|特别行政区|地区|盟)$/
/** The names of autonomous regions and prefectures have two characters before their peoples, but for these. */
const AUTONOMOUS = /^(内蒙古|黔.南|西双版纳|博尔塔拉|巴音郭楞|克孜勒苏|..).*自治[区州]$/

/**
 * Makes a place from the two names in an answer. Each may be missing, empty, or written with its
 * suffix (`北京市`, `内蒙古自治区`). A municipality is its own city, whatever the other name says.
 */
export function readPlace(province: unknown, city: unknown): Place {
  const place = { province: shortName(province), city: shortName(city) }
  const municipality = [place.province, place.city].find((name) => MUNICIPALITIES.has(name))
  return municipality ? { province: municipality, city: municipality } : place
}

function shortName(value: unknown): string {
  if (typeof value !== 'string') return ''
  const name = value.trim()
  if (NOT_A_PLACE.test(name)) return ''
  // A name is never shorter than two characters: 津市 is a city and keeps its suffix.
  const short = name.replace(SUFFIX, '').replace(AUTONOMOUS, '$1')
  return short.length >= 2 ? short : name
}

/** Compares the places of a caller and a callee; `unknown` if too little is known of either. */
export function comparePlaces(one: Place, other: Place): PlaceMatch {
  const provincesKnown = one.province !== '' && other.province !== ''
  if (provincesKnown && one.province !== other.province) return 'other'
  if (one.city !== '' && one.city === other.city) return 'same-city'
  return provincesKnown ? 'same-province' : 'unknown'
}

/**
 * Formats a place for reading.
 *
 * @example
 * placeText({ province: '北京', city: '北京' }) // '北京'
 * placeText({ province: '浙江', city: '杭州' }) // '浙江 杭州'
 */
export function placeText({ province, city }: Place): string {
  if (MUNICIPALITIES.has(province)) return province
  return [province, city].filter((name) => name !== '').join(' ')
}
