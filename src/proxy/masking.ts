/**
 * Hides what may be a telephone number: of seven or more digits, with or without separators, only the first
 * three remain.
 *
 * @example
 * maskNumbers('no route to 138-8888-8888') // 'no route to 138****'
 */
export function maskNumbers(text: string): string {
  return text.replace(/\p{Nd}(?:[\p{Zs}\p{Pd}\p{Cf}().+_%]{0,4}\p{Nd}){6,}/gu, (number) => {
    const [first = '', second = '', third = ''] = number.replace(/\P{Nd}/gu, '')
    return `${first}${second}${third}****`
  })
}

/** With dashes or without, as balancers make them. */
const UUID = /^[\dA-F]{8}(-?)(?:[\dA-F]{4}\1){3}[\dA-F]{12}$/i

/** Makes a request id safe to show: a UUID stays as it is; in anything else, numbers are masked. */
export function maskRequestId(id: string): string {
  return UUID.test(id) ? id : maskNumbers(id.replace(/[^\w.:-]/g, '').slice(0, 80))
}

const LONGEST_QUOTE = 40

/**
 * Quotes something from a request in a message: shortened, and with digits masked, because a number in the
 * wrong place is still a customer's number.
 */
export function quote(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_QUOTE)]
  const start = characters.slice(0, LONGEST_QUOTE).join('').replace(/\p{N}/gu, '*')
  return JSON.stringify(characters.length > LONGEST_QUOTE ? `${start}…` : start)
}
