import { describe, expect, it } from 'vitest'
import type {} from './react.ts'

describe('the element in JSX', () => {
  it('takes what an attribute may say, as text and as a value', () => {
    const written = <outbound-number-picker count="5" max-count={20} memory="false" theme="dark" />
    expect(written.props).toEqual({ count: '5', 'max-count': 20, memory: 'false', theme: 'dark' })
  })

  it('takes no word, number or flag that the element would refuse', () => {
    // @ts-expect-error: not a theme
    const theme = <outbound-number-picker theme="blue" />
    // @ts-expect-error: not a number
    const count = <outbound-number-picker count="five" />
    // @ts-expect-error: not a flag
    const memory = <outbound-number-picker memory="off" />
    expect([theme, count, memory].map(({ type }) => type)).toEqual(
      Array(3).fill('outbound-number-picker'),
    )
  })
})
