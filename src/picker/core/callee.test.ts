import { describe, expect, it } from 'vitest'
import { readCallee } from '../../ccc/index.ts'
import { groupNumber, showCallee } from './callee.ts'

describe('a number in the field', () => {
  it.each([
    ['13888888888', '138 8888 8888'],
    ['+86 138-8888-8888', '138 8888 8888'],
    ['057188888888', '0571 8888 8888'],
    ['10086', '10086'],
  ])('is grouped once the agent is done: %s → %s', (text, grouped) => {
    expect(groupNumber(text, true)).toBe(grouped)
  })

  it('is left alone while it could continue and the agent may go on', () => {
    expect(groupNumber('05718888888', false)).toBe('05718888888')
    expect(groupNumber('05718888888', true)).toBe('0571 888 8888')
    expect(groupNumber('13888888888', false)).toBe('138 8888 8888')
  })

  it.each(['02188888888转8001', '1388', '138x', '10086 95588', ''])(
    'is left alone if it has an extension or is no number: %s',
    (text) => {
      expect(groupNumber(text, true)).toBe(text)
    },
  )
})

describe('the callee for reading', () => {
  const show = (text: string, masked: boolean) => showCallee(text, readCallee(text), masked)

  it('is grouped, and shows an extension', () => {
    expect(show('05718888888', false)).toBe('0571 888 8888')
    expect(show('02188888888转8001', false)).toBe('02188888888转8001')
  })

  it('is masked where others may look over the shoulder', () => {
    expect(show('13888888888', true)).toBe('138 **** 8888')
    expect(show('95588', true)).toBe('955**')
  })

  it('shows only the last digit of a number that is not complete, or of several', () => {
    expect(show('1388 88', true)).toBe('**** *8')
    expect(show('１３８', true)).toBe('**８')
    expect(show('13888888888 95588', true)).toBe('*********** ****8')
    expect(show('nobody', true)).toBe('nobody')
  })
})
