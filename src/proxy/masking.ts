/**
 * Hides what may be a telephone number: of seven digits or more, whatever separates them, the first
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
