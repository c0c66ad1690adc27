import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlaces, type PlaceMatch } from '../../src/ccc/index.ts'
import { createInstance, type LocatedNumber, type NumberPair } from './index.ts'

const instance = createInstance()
const everyVoiceGroup = ['presales', 'aftersales', 'members', 'accounts'].map(
  (key) => `${key}@ccc-test`,
)
const allOnOnePage = { number: 1, size: 100 }

function placeOf({ Province, City }: LocatedNumber) {
  return { province: Province, city: City }
}

function matchesOf(pairs: readonly NumberPair[]): PlaceMatch[] {
  return pairs.map(({ Callee, Caller }) => comparePlaces(placeOf(Caller), placeOf(Callee)))
}

describe('the numbers', () => {
  it('are fifty over more than a dozen provinces, each once', () => {
    expect(instance.numbers).toHaveLength(50)
    expect(new Set(instance.numbers.map((caller) => caller.Number)).size).toBe(50)
    const provinces = new Set(instance.numbers.map(({ Province }) => Province))
    expect(provinces.size).toBeGreaterThanOrEqual(12)
  })

  it('have a place, but for the hotline', () => {
    const nowhere = instance.numbers.filter(({ City }) => City === '')
    expect(nowhere).toEqual([{ Number: '4006889898', City: '', Province: '' }])
  })

  it('let every voice group call from Beijing and from the hotline', () => {
    for (const group of everyVoiceGroup) {
      const pairs = instance.pick({ callee: '95588', skillGroupIds: [group], count: 50 })
      const callers = pairs.map(({ Caller }) => Caller)
      expect(callers).toContainEqual({ Number: '01089898989', City: '北京', Province: '北京' })
      expect(callers).toContainEqual({ Number: '4006889898', City: '', Province: '' })
    }
  })
})

describe('locating a number', () => {
  it.each([
    ['a mobile of the API page', '13888888888', '北京', '北京'],
    ['a landline with three digits of area code', '02012345678', '广州', '广东'],
    ['a landline with four', '057712345678', '温州', '浙江'],
    ['a number with country code and separators', '+86 138-8888-8888', '北京', '北京'],
    ['an area code beyond the table', '099912345678', '', ''],
    ['a hotline', '4001234567', '', ''],
    ['a short code', '95588', '', ''],
  ])('knows %s', (_what, number, City, Province) => {
    expect(instance.getNumberLocation(number)).toEqual({ Number: number, City, Province })
  })

  it('finds a place for every mobile number', () => {
    const mobiles = fc.stringMatching(/^1[3-9]\d{9}$/)
    fc.assert(fc.property(mobiles, (mobile) => instance.getNumberLocation(mobile).City !== ''))
  })
})

describe('picking', () => {
  const question = { callee: '13957700000', skillGroupIds: everyVoiceGroup, count: 6 }

  it('finds the same again, in another instance too', () => {
    const pairs = instance.pick(question)
    expect(instance.pick(question)).toEqual(pairs)
    expect(createInstance().pick(question)).toEqual(pairs)
  })

  it('draws other numbers for another callee in the same place', () => {
    const callers = (callee: string) =>
      instance.pick({ ...question, callee }).map(({ Caller }) => Caller.Number)
    expect(callers('13957700001')).not.toEqual(callers('13957700000'))
  })

  it('answers no more than asked for, without repeating a number', () => {
    const counts = fc.integer({ min: 1, max: 60 })
    const callees = fc.stringMatching(/^1[3-9]\d{9}$/)
    fc.assert(
      fc.property(callees, counts, (callee, count) => {
        const callers = instance
          .pick({ callee, skillGroupIds: everyVoiceGroup, count })
          .map(({ Caller }) => Caller.Number)
        return callers.length === Math.min(count, 50) && new Set(callers).size === callers.length
      }),
    )
  })

  it('offers only numbers of the groups asked for', () => {
    const members = instance.listOutboundNumbersOfUser(instance.userId, allOnOnePage, [
      'members@ccc-test',
    ])
    const pairs = instance.pick({ ...question, skillGroupIds: ['members@ccc-test'], count: 50 })
    expect(pairs).toHaveLength(members.TotalCount)
    expect(members.List).toEqual(expect.arrayContaining(pairs.map(({ Caller }) => Caller)))
    expect(members.TotalCount).toBeLessThan(50)
  })

  it('answers a single candidate from the same city, if there is one', () => {
    expect(matchesOf(instance.pick({ ...question, callee: '13888888888', count: 1 }))).toEqual([
      'same-city',
    ])
  })

  it('includes the same province where there is nobody in the same city', () => {
    const matches = matchesOf(instance.pick({ ...question, count: 2 }))
    expect(matches).toContain('same-province')
    expect(matches).not.toContain('same-city')
  })

  it('includes both where both exist, and leaves the ordering to the client', () => {
    const matches = matchesOf(instance.pick({ ...question, callee: '13957100000', count: 4 }))
    expect(matches).toEqual(expect.arrayContaining(['same-city', 'same-province', 'other']))
    expect(matches[0]).not.toBe('same-city')
  })

  it('knows the group of the API page, which has every number', () => {
    const pairs = instance.pick({ ...question, skillGroupIds: ['test@ccc-test'], count: 99 })
    expect(pairs).toHaveLength(50)
  })

  it('has nothing to offer for a group that does not exist', () => {
    expect(instance.pick({ ...question, skillGroupIds: ['nobody@ccc-test'] })).toEqual([])
  })
})

describe('the skill groups of the agent', () => {
  it('are four with a voice and one without, and not the group of the API page', () => {
    const { List, TotalCount } = instance.listSkillLevelsOfUser('agent@ccc-test', allOnOnePage)
    expect(TotalCount).toBe(5)
    expect(List.map(({ SkillGroupId, MediaType }) => [SkillGroupId, MediaType])).toEqual([
      ['presales@ccc-test', 'AUDIO'],
      ['aftersales@ccc-test', 'AUDIO'],
      ['chat@ccc-test', 'CHAT'],
      ['members@ccc-test', ''],
      ['accounts@ccc-test', 'AUDIO'],
    ])
  })

  it('are the same for the other agent', () => {
    const of = (userId: string) => instance.listSkillLevelsOfUser(userId, allOnOnePage)
    expect(instance.colleagueId).toBe('colleague@ccc-test')
    expect(of(instance.colleagueId)).toEqual(of(instance.userId))
  })

  it('come in pages', () => {
    const { List, ...page } = instance.listSkillLevelsOfUser('agent@ccc-test', {
      number: 2,
      size: 4,
    })
    expect(page).toEqual({ PageNumber: 2, PageSize: 4, TotalCount: 5 })
    expect(List.map(({ SkillGroupName }) => SkillGroupName)).toEqual(['大客户'])
  })

  it('can be searched by name', () => {
    const found = instance.listSkillLevelsOfUser('agent@ccc-test', allOnOnePage, '售')
    expect(found.List.map(({ SkillGroupName }) => SkillGroupName)).toEqual(['售前咨询', '售后服务'])
  })
})

describe('answering', () => {
  const pick = {
    InstanceId: 'ccc-test',
    CalledNumber: '13888888888',
    SkillGroupIdList: '["test@ccc-test"]',
  }
  const page = { InstanceId: 'ccc-test', UserId: 'agent@ccc-test' }

  it("puts data into the cloud's envelope", () => {
    expect(instance.answer('PickOutboundNumbers', pick)).toEqual({
      httpStatus: 200,
      body: {
        Code: 'OK',
        HttpStatusCode: 200,
        Message: 'Success',
        RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
        Data: instance.pick({
          callee: '13888888888',
          skillGroupIds: ['test@ccc-test'],
          count: 1,
        }),
      },
    })
  })

  it('numbers its answers the same way in every instance of the same id, and never twice', () => {
    const requestIds = (instanceId: string) => {
      const { answer } = createInstance({ instanceId })
      return Array.from({ length: 100 }, () => answer('GetNumberLocation', {}).body.RequestId)
    }
    expect(requestIds('ccc-test')).toEqual(requestIds('ccc-test'))
    expect(requestIds('ccc-test')).not.toContain(requestIds('ccc-other')[0])
    expect(new Set(requestIds('ccc-test')).size).toBe(100)
  })

  it('goes by the id that the instance was given', () => {
    const other = createInstance({ instanceId: 'ccc-shop' })
    const { body } = other.answer('PickOutboundNumbers', {
      ...pick,
      InstanceId: 'ccc-shop',
      SkillGroupIdList: '["presales@ccc-shop"]',
    })
    expect(body.Data).toHaveLength(1)
  })

  it.each([
    ['PickOutboundNumbers', { ...pick, InstanceId: 'ccc-nope' }, 404, 'NotExists.InstanceId'],
    ['PickOutboundNumbers', { ...pick, InstanceId: '' }, 400, 'Parameter.Blank'],
    ['PickOutboundNumbers', { ...pick, CalledNumber: ' ' }, 400, 'Parameter.Blank'],
    ['PickOutboundNumbers', { ...pick, SkillGroupIdList: '' }, 400, 'Parameter.Blank'],
    ['PickOutboundNumbers', { ...pick, SkillGroupIdList: 'presales' }, 400, 'Parameter.Null'],
    ['PickOutboundNumbers', { ...pick, SkillGroupIdList: '"presales"' }, 400, 'Parameter.Null'],
    ['PickOutboundNumbers', { ...pick, SkillGroupIdList: '[]' }, 400, 'Parameter.Empty'],
    ['PickOutboundNumbers', { ...pick, Count: '0' }, 400, 'Parameter.Minimum'],
    ['PickOutboundNumbers', { ...pick, Count: 'three' }, 400, 'Parameter.Minimum'],
    ['ListSkillLevelsOfUser', { ...page, UserId: 'nobody' }, 404, 'NotExists.UserId'],
    ['ListOutboundNumbersOfUser', { ...page, UserId: 'nobody' }, 404, 'NotExists.UserId'],
    ['ListSkillLevelsOfUser', { ...page, PageNumber: '0' }, 400, 'Parameter.Minimum'],
    ['ListSkillLevelsOfUser', { ...page, PageNumber: '101' }, 400, 'Parameter.Maximum'],
    ['ListOutboundNumbersOfUser', { ...page, PageSize: '101' }, 400, 'Parameter.Maximum'],
    ['GetNumberLocation', { InstanceId: 'ccc-test' }, 400, 'Parameter.Blank'],
    ['MakeCall', page, 404, 'InvalidApi.NotFound'],
    ['constructor', page, 404, 'InvalidApi.NotFound'],
  ])('refuses %s of %o', (action, parameters, httpStatus, Code) => {
    const answer = instance.answer(action, parameters)
    expect(answer).toMatchObject({ httpStatus, body: { Code } })
    expect(Object.keys(answer.body)).toEqual(['Code', 'Message', 'RequestId', 'HostId'])
  })

  it('says which parameter is wrong', () => {
    const { body } = instance.answer('PickOutboundNumbers', { ...pick, Count: '0' })
    expect(body.Message).toBe('The parameter Count is 0, the minimum is 1.')
  })

  it('accepts the largest page', () => {
    const largest = { ...page, PageNumber: '100', PageSize: '100' }
    expect(instance.answer('ListSkillLevelsOfUser', largest).httpStatus).toBe(200)
  })

  it('repeats a wrong value to the letter', () => {
    const { body } = instance.answer('GetNumberLocation', { InstanceId: '$&$$' })
    expect(body.Message).toBe('The specified instance $&$$ does not exist.')
  })

  it('lists the numbers of the groups asked for, of all voice groups otherwise', () => {
    const numbersOf = (SkillGroupIdList: string) =>
      instance.answer('ListOutboundNumbersOfUser', { ...page, PageSize: '100', SkillGroupIdList })
        .body.Data
    const ofOneGroup = instance.pick({
      callee: '95588',
      skillGroupIds: ['accounts@ccc-test'],
      count: 50,
    })
    expect(numbersOf('')).toMatchObject({ TotalCount: 50 })
    expect(numbersOf('["accounts@ccc-test"]')).toMatchObject({ TotalCount: ofOneGroup.length })
    expect(numbersOf('["test@ccc-test"]')).toMatchObject({ TotalCount: 0 })
  })
})
