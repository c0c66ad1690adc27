import { describe, expect, it } from 'vitest'
import type { Call } from '../call/index.ts'
import { createOwnGroups } from './ownGroups.ts'

/** A call center in which users are in groups that change. */
function callCenter(groups: string[]) {
  let now = 0
  let fails = false
  const calls: Call[] = []
  const own = createOwnGroups(
    'ccc-test',
    async (call) => {
      calls.push(call)
      const page = Number(call.parameters.get('PageNumber'))
      const List = groups
        .slice(100 * (page - 1), 100 * page)
        .map((SkillGroupId) => ({ SkillGroupId }))
      const Data = { List, TotalCount: groups.length }
      const envelope = fails ? { Code: 'InternalError' } : { Code: 'OK', Data }
      return { status: 200, envelope, body: '', code: 'OK', requestId: '' }
    },
    () => now,
  )
  const has = async (id: string) => (await own('agent@ccc-test', new Set([id]))).has(id)
  return {
    own,
    has,
    calls,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    fail: (failing: boolean) => {
      fails = failing
    },
  }
}

describe('createOwnGroups', () => {
  it('asks once a minute', async () => {
    const { has, calls, pass } = callCenter(['a'])
    expect(await Promise.all([has('a'), has('a')])).toEqual([true, true])
    pass(59_999)
    await has('a')
    expect(calls).toHaveLength(1)
    pass(1)
    await has('a')
    expect(calls).toHaveLength(2)
  })

  it('asks again after three seconds for a group that may have been added', async () => {
    const groups = ['a']
    const { has, calls, pass } = callCenter(groups)
    expect(await has('b')).toBe(false)
    expect(await has('b')).toBe(false)
    expect(calls).toHaveLength(1)
    groups.push('b')
    pass(3000)
    expect(await has('b')).toBe(true)
  })

  it('reads all pages', async () => {
    const { has, calls } = callCenter(Array.from({ length: 250 }, (_, index) => `g${index}`))
    expect(await has('g249')).toBe(true)
    expect(calls).toHaveLength(3)
  })

  it('does not remember a failure', async () => {
    const { has, fail } = callCenter(['a'])
    fail(true)
    await expect(has('a')).rejects.toMatchObject({ code: 'InternalError' })
    fail(false)
    expect(await has('a')).toBe(true)
  })

  it('remembers ten thousand users at most', async () => {
    const { own, calls } = callCenter(['a'])
    for (let user = 0; user <= 10_000; user++) await own(`${user}@ccc-test`, new Set())
    await own('10000@ccc-test', new Set())
    expect(calls).toHaveLength(10_001)
    await own('0@ccc-test', new Set())
    expect(calls).toHaveLength(10_002)
  })
})
