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

const UUID = /^[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}$/i

/** Makes a request id safe to show: a UUID stays as it is; in anything else, numbers are masked. */
export function maskRequestId(id: string): string {
  return UUID.test(id) ? id : maskNumbers(id.replace(/[^\w.:-]/g, '').slice(0, 80))
}
