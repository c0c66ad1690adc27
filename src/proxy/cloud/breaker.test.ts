import { describe, expect, it } from 'vitest'
import { type BreakerOptions, type BreakerState, createBreaker, type Health } from './breaker.ts'

function breaker(options: BreakerOptions = { failures: 2, rest: 1000 }) {
  let now = 0
  const states: BreakerState[] = []
  const { enter, leave } = createBreaker(
    options,
    (state) => states.push(state),
    () => now,
  )
  return {
    states,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    enter,
    leave,
    call: (health: Health) => {
      enter()
      leave(health, '')
    },
  }
}

const resting = expect.objectContaining({ code: 'ServiceUnavailable.Resting', httpStatus: 503 })

describe('a breaker', () => {
  it('opens after failures in a row, not after failures in between', () => {
    const { call, states } = breaker()
    for (const health of ['down', 'up', 'down', 'unknown', 'up', 'down'] as const) call(health)
    expect(states).toEqual([])
    call('down')
    expect(states).toEqual(['open'])
    expect(() => call('up')).toThrow(resting)
  })

  it('lets one probe through at a time, and closes when it finds the cloud up', () => {
    const { call, enter, leave, pass, states } = breaker({ failures: 1, rest: 1000 })
    call('down')
    pass(999)
    expect(enter).toThrow(resting)
    pass(1)
    enter()
    expect(enter).toThrow(resting)
    leave('up', '')
    call('up')
    expect(states).toEqual(['open', 'half-open', 'closed'])
  })

  it('rests twice as long after each failed probe, a minute at most, and then forgets', () => {
    const { call, pass, states } = breaker({ failures: 1, rest: 1000 })
    call('down')
    for (const rest of [1, 2, 4, 8, 16, 32, 60, 60]) {
      pass(rest * 1000 - 1)
      expect(() => call('up')).toThrow(resting)
      pass(1)
      call('down')
    }
    pass(60_000)
    call('up')
    expect(states.at(-1)).toBe('closed')
    call('down')
    pass(1000)
    call('up')
    expect(states.at(-1)).toBe('closed')
  })

  it('sends another probe after one that nobody waited for', () => {
    const { call, pass, states } = breaker({ failures: 1, rest: 1000 })
    call('down')
    pass(1000)
    call('unknown')
    call('up')
    expect(states.at(-1)).toBe('closed')
  })

  it('says in whole seconds when to come back', () => {
    const { call, enter, pass } = breaker({ failures: 1, rest: 2500 })
    call('down')
    const headers = (seconds: string) =>
      expect.objectContaining({ headers: { 'Retry-After': seconds } })
    expect(enter).toThrow(headers('3'))
    pass(2400)
    expect(enter).toThrow(headers('1'))
  })
})

describe('a breaker and its agents', () => {
  const call = ({ enter, leave }: ReturnType<typeof breaker>, health: Health, agent: string) => {
    enter()
    leave(health, agent)
  }

  it('never opens for the failures of one agent alone', () => {
    const one = breaker({ failures: 4, rest: 1000 })
    for (let i = 0; i < 100; i++) call(one, 'down', 'a')
    expect(one.states).toEqual([])
    call(one, 'down', 'b')
    call(one, 'down', 'b')
    expect(one.states).toEqual(['open'])
  })

  it('forgets what an agent failed when the cloud is up again', () => {
    const one = breaker({ failures: 4, rest: 1000 })
    for (const agent of ['a', 'a', 'b']) call(one, 'down', agent)
    call(one, 'up', 'c')
    for (const agent of ['a', 'a', 'b']) call(one, 'down', agent)
    expect(one.states).toEqual([])
  })

  it('lets another probe through when the last one never came back', () => {
    const one = breaker({ failures: 2, rest: 1000, probe: 5000 })
    call(one, 'down', 'a')
    call(one, 'down', 'b')
    one.pass(1000)
    one.enter()
    one.pass(4999)
    expect(one.enter).toThrow(resting)
    one.pass(1)
    call(one, 'up', 'a')
    expect(one.states).toEqual(['open', 'half-open', 'closed'])
  })
})
