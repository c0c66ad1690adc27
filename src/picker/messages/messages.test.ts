import { describe, expect, it } from 'vitest'
import { zhCN as chinese, enUS as english } from './index.ts'

describe('messages', () => {
  it('counts in English with the right plural', () => {
    expect(english.found(1)).toBe('1 number found')
    expect(english.found(2)).toBe('2 numbers found')
    expect(english.dropped(1)).toMatch(/^1 result /)
    expect(english.incomplete({ state: 'incomplete', kind: 'mobile', missing: 1 })).toBe(
      '1 more digit for a mobile number',
    )
  })

  it('says in both languages which digits are missing', () => {
    const reading = { state: 'incomplete', kind: 'mobile', missing: 6 } as const
    expect(chinese.incomplete(reading)).toBe('手机号还差 6 位')
    expect(english.incomplete(reading)).toBe('6 more digits for a mobile number')
  })

  it.each(Object.keys(chinese.problems))('explains %s in words of its own', (kind) => {
    for (const { problems } of [chinese, english]) {
      const titles = Object.values(problems).map(({ title }) => title)
      const { title, advice } = problems[kind as keyof typeof problems]
      expect(advice).toBeTruthy()
      expect(titles.filter((other) => other === title)).toHaveLength(1)
    }
  })
})
