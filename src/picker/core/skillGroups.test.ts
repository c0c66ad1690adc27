import { describe, expect, it } from 'vitest'
import { settled } from './clock.testing.ts'
import { forbidden } from './cloud.testing.ts'
import { GROUPS, MOBILE, openPicker } from './picker.testing.ts'
import { readTypedIds } from './skillGroups.ts'

const open = (userId?: string) => openPicker({ skillGroups: undefined, userId })
const group = (SkillGroupId: string, MediaType = 'AUDIO') => ({ SkillGroupId, MediaType })

describe('the groups that a host gives', () => {
  it('are all ticked until the agent unticks one, and nothing is loaded', () => {
    const { picker, cloud, now } = openPicker({ userId: 'agent' })
    expect(now().skillGroups).toEqual({ source: 'list', groups: GROUPS, chosenIds: ['a', 'b'] })
    picker.toggleSkillGroup('b')
    expect(now().skillGroups.chosenIds).toEqual(['a'])
    picker.toggleSkillGroup('b')
    expect(now().skillGroups.chosenIds).toEqual(['a', 'b'])
    picker.toggleSkillGroup('z')
    expect(now().skillGroups.chosenIds).toEqual(['a', 'b'])
    expect(cloud.requests).toHaveLength(0)
  })

  it('keep their ticks when the host gives others, of those that are still there', () => {
    const { picker, now, set } = openPicker()
    picker.toggleSkillGroup('a')
    set({ skillGroups: ['b', 'c'].map((id) => ({ id, name: id })) })
    expect(now().skillGroups.chosenIds).toEqual(['b'])
    set({ skillGroups: [{ id: 'c', name: 'c' }] })
    expect(now().skillGroups.chosenIds).toEqual([])
  })
})

describe('the groups of an agent', () => {
  it('are loaded, and only those that can dial are listed', async () => {
    const { cloud, now } = open('agent')
    expect(now().skillGroups).toMatchObject({ source: 'list', groups: null, chosenIds: [] })
    expect(cloud.waiting.map(({ action }) => action)).toEqual(['ListSkillLevelsOfUser'])
    cloud.waiting[0]?.answer([group('a'), group('chat', 'CHAT'), group('b', '')])
    await settled()
    expect(now().skillGroups.chosenIds).toEqual(['a', 'b'])
  })

  it('cannot be unticked before they are there', async () => {
    const { picker, cloud, now } = open('agent')
    picker.toggleSkillGroup('a')
    cloud.waiting[0]?.answer([group('a'), group('b')])
    await settled()
    expect(now().skillGroups.chosenIds).toEqual(['a', 'b'])
  })

  it('are typed as ids if they cannot be loaded, which can be tried again', async () => {
    const { picker, cloud, now } = open('agent')
    const error = forbidden()
    cloud.waiting[0]?.fail(error)
    await settled()
    expect(now().skillGroups).toEqual({ source: 'ids', typedIds: '', chosenIds: [], error })
    picker.typeSkillGroupIds('x')
    picker.chooseSkillGroupIds()
    expect(now().skillGroups.chosenIds).toEqual(['x'])
    picker.retrySkillGroups()
    picker.retrySkillGroups()
    expect(cloud.requests).toHaveLength(2)
    cloud.waiting[0]?.answer([group('a')])
    await settled()
    expect(now().skillGroups.chosenIds).toEqual(['a'])
  })

  it('are those of another agent once the host says so, without the ticks of the first', async () => {
    const { picker, cloud, now, set } = open('agent')
    cloud.waiting[0]?.answer([group('a'), group('b')])
    await settled()
    picker.toggleSkillGroup('a')
    set({ userId: 'other' })
    cloud.waiting[0]?.answer([group('a'), group('b')])
    await settled()
    expect(now().skillGroups.chosenIds).toEqual(['a', 'b'])
  })
})

describe('typed ids', () => {
  it('take effect once they are complete', () => {
    const { picker, cloud, now } = open()
    picker.setCallee(MOBILE)
    picker.typeSkillGroupIds('a, b')
    expect(now().skillGroups).toMatchObject({ typedIds: 'a, b', chosenIds: [], error: null })
    expect(cloud.requests).toHaveLength(0)
    picker.chooseSkillGroupIds()
    expect(cloud.requests).toMatchObject([{ skillGroupIds: ['a', 'b'] }])
    picker.typeSkillGroupIds('a, b, c')
    expect(cloud.requests[0]?.signal?.aborted).toBe(true)
    picker.retrySkillGroups()
    expect(now().skillGroups).toMatchObject({ error: null })
  })

  it('are separated by blanks, commas or semicolons, and each counts once', () => {
    expect(readTypedIds(' a,b;c，d；e、f\n a ')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(readTypedIds(' ')).toEqual([])
  })
})
