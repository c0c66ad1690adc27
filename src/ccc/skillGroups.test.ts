import { describe, expect, it } from 'vitest'
import { listSkillLevelsOfUser } from './skillGroups.ts'

const read = (data: unknown) => listSkillLevelsOfUser.read({ data, requestId: 'R' })
const presales = { SkillGroupId: 'presales@ccc-test', SkillGroupName: '售前咨询', SkillLevel: 5 }

describe('listSkillLevelsOfUser', () => {
  it('reads groups and tells which can dial', () => {
    const List = ['AUDIO', '', undefined, 'CHAT'].map((MediaType, n) => ({
      ...presales,
      SkillGroupId: `${n}`,
      MediaType,
    }))
    const { entries, total } = read({ TotalCount: 9, List })
    expect(entries.map(({ voice }) => voice)).toEqual([true, true, true, false])
    expect(total).toBe(9)
  })

  it.each([
    ['a list', { TotalCount: 1, List: [presales] }],
    ['a wrapped list', { TotalCount: 1, List: { SkillLevel: [presales] } }],
    ['a single entry', { TotalCount: 1, List: presales }],
    ['an unwrapped list', [presales]],
  ])('understands %s', (_form, data) => {
    expect(read(data)).toEqual({
      entries: [{ id: 'presales@ccc-test', name: '售前咨询', voice: true }],
      total: 1,
      dropped: 0,
      requestId: 'R',
    })
  })

  it('calls a nameless group by its id, and drops one without an id', () => {
    expect(read({ List: [{ SkillGroupId: 'a@b' }, { SkillGroupName: '?' }] })).toMatchObject({
      entries: [{ id: 'a@b', name: 'a@b' }],
      dropped: 1,
    })
  })

  it('refuses an answer without a list', () => {
    expect(() => read({ TotalCount: 3 })).toThrow(/no List/)
  })
})
