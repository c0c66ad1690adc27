import { describe, expect, it } from 'vitest'
import { watchEgress } from './egress.ts'

function watch({ patience = 5000 } = {}) {
  let now = 0
  let reachable = false
  let hangs = false
  let tried = 0
  const { observe, whyLost } = watchEgress({
    endpoint: 'https://ccc.example.com',
    patience,
    reach: async () => {
      tried += 1
      if (hangs) await new Promise(() => {})
      if (!reachable) throw new Error('no route')
    },
    now: () => now,
  })
  return {
    attempt: (code: string) => observe({ code }),
    lost: async () => (await whyLost()) !== null,
    whyLost,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    hang: () => {
      hangs = true
    },
    reachable: () => {
      reachable = true
    },
    tried: () => tried,
  }
}

describe('watchEgress', () => {
  it('waits for a while without any answer', async () => {
    const { attempt, lost, pass } = watch()
    attempt('CloudUnreachable')
    pass(4999)
    attempt('CloudTimeout')
    expect(await lost()).toBe(false)
    pass(1)
    expect(await lost()).toBe(true)
  })

  it('takes any answer of the cloud for a way out', async () => {
    const { attempt, lost, pass } = watch()
    attempt('CloudUnreachable')
    pass(3000)
    attempt('Throttling.User')
    attempt('CloudUnreachable')
    pass(3000)
    expect(await lost()).toBe(false)
  })

  it('learns nothing from a browser that leaves or a key that is missing', async () => {
    const { attempt, lost, pass } = watch()
    for (const code of ['ConnectionLost', 'CredentialsUnavailable']) attempt(code)
    pass(60_000)
    expect(await lost()).toBe(false)
  })

  it('tries the endpoint itself, once a second at most, and says for how long it was lost', async () => {
    const { attempt, lost, whyLost, pass, tried, reachable } = watch()
    attempt('CloudUnreachable')
    pass(5000)
    expect(await lost()).toBe(true)
    pass(999)
    expect(await lost()).toBe(true)
    expect(tried()).toBe(1)
    pass(1)
    expect((await whyLost())?.message).toContain('has not reached ccc.example.com for 6 s')
    expect(tried()).toBe(2)
    reachable()
    pass(1000)
    expect(await lost()).toBe(false)
    expect(await lost()).toBe(false)
    expect(tried()).toBe(3)
  })

  it('does not take a cloud that is slow for one that is not there', async () => {
    const { attempt, lost, pass, hang } = watch()
    attempt('CloudTimeout')
    pass(5000)
    hang()
    expect(await lost()).toBe(false)
  })

  it('never says so where that is switched off', async () => {
    const { attempt, lost, pass } = watch({ patience: 0 })
    attempt('CloudUnreachable')
    pass(60_000)
    expect(await lost()).toBe(false)
  })
})
