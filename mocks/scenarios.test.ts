import { describe, expect, it } from 'vitest'
import { createInstance } from './model/index.ts'
import { type ScenarioId, scenarioOf, scenarios } from './scenarios.ts'
import { seedJson } from './seed.ts'

function pick(id: ScenarioId, { answer } = createInstance()) {
  const callee = scenarios.find((scenario) => scenario.id === id)?.callee ?? ''
  return answer('PickOutboundNumbers', {
    InstanceId: 'ccc-test',
    CalledNumber: callee,
    SkillGroupIdList: '["presales@ccc-test"]',
    Count: '6',
  })
}

describe('the table', () => {
  it('has a callee and an id of its own for each', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
    expect(new Set(scenarios.map(({ callee }) => callee)).size).toBe(scenarios.length)
    for (const { callee } of scenarios) expect(callee).toMatch(/^1990000\d{4}$/)
  })

  it('has all its callees in Beijing', () => {
    const { getNumberLocation } = createInstance()
    for (const { callee } of scenarios) {
      expect(getNumberLocation(callee)).toMatchObject({ City: '北京', Province: '北京' })
    }
  })

  it('is found by callee, however that is written, and by no other', () => {
    expect(scenarioOf('19900000014')?.id).toBe('nonsense')
    expect(scenarioOf('+86 199-0000-0014')?.id).toBe('nonsense')
    expect(scenarioOf('13888888888')).toBeUndefined()
    expect(scenarioOf('')).toBeUndefined()
  })
})

describe('odd answers', () => {
  it('are refused like any other when something else is wrong', () => {
    const { answer } = createInstance()
    const { body } = answer('PickOutboundNumbers', {
      InstanceId: 'ccc-nope',
      CalledNumber: '19900000001',
    })
    expect(body.Code).toBe('NotExists.InstanceId')
  })

  it('leave other actions alone', () => {
    const parameters = { InstanceId: 'ccc-test', Number: '19900000500' }
    expect(createInstance().answer('GetNumberLocation', parameters).httpStatus).toBe(200)
  })

  it("repeat the API page's samples, the XML one without numbers", () => {
    expect(pick('seed-json').body).toBe(seedJson)
    expect(seedJson).not.toHaveProperty('Message')
    expect(pick('seed-xml').body).toMatchObject({
      HttpStatusCode: '200',
      Data: { Caller: { Number: '1089898989' } },
    })
  })

  it('wrap, empty, or spoil the candidates', () => {
    expect(pick('wrapped').body.Data).toMatchObject({ NumberPair: { length: 6 } })
    expect(pick('empty').body.Data).toEqual([])
    expect(pick('nonsense').body.Data).toBe('oops')
    expect(pick('nonsense-entry').body.Data).toEqual(
      expect.arrayContaining([
        null,
        expect.objectContaining({ Caller: expect.objectContaining({ Number: '' }) }),
        expect.objectContaining({ Callee: expect.objectContaining({ Number: '19900000005' }) }),
      ]),
    )
  })

  it('mask numbers', () => {
    const { Data } = pick('masked').body
    expect(Data).toHaveLength(6)
    expect(Data).toEqual(
      Array(6).fill({
        Callee: expect.objectContaining({ Number: '1990000****' }),
        Caller: expect.objectContaining({ Number: expect.stringMatching(/^\d{6,8}\*{4}$/) }),
      }),
    )
  })

  it('write numbers as JSON numbers', () => {
    expect(pick('json-numbers').body.Data).toEqual(
      Array(6).fill({
        Callee: expect.objectContaining({ Number: 19900000007 }),
        Caller: expect.objectContaining({ Number: expect.any(Number) }),
      }),
    )
  })

  it('repeat callers among unknown fields', () => {
    const { Data } = pick('duplicates').body
    expect(Data).toHaveLength(12)
    expect(Data).toEqual(Array(12).fill(expect.objectContaining({ Weight: 1 })))
  })

  it('write places in every odd way', () => {
    const { Data } = pick('odd-places').body
    expect(Data).toMatchObject([
      {
        Caller: {
          City: expect.stringMatching(/.市$/),
          Province: expect.stringMatching(/[省市区]$/),
        },
      },
      { Caller: { City: '', Province: '' } },
      { Caller: expect.not.objectContaining({ City: expect.anything() }) },
      {},
      {},
      {},
    ])
  })

  it('put markup into a city', () => {
    expect(pick('markup').body.Data).toMatchObject([
      { Caller: { City: '<img src=x onerror=alert(1)>' } },
      {},
      {},
      {},
      {},
      {},
    ])
  })

  it('answer with everything', () => {
    expect(pick('many').body.Data).toHaveLength(50)
  })

  it.each([
    ['forbidden', 403, 'Forbidden.RAM'],
    ['no-instance', 404, 'NotExists.InstanceId'],
    ['throttled', 400, 'Throttling.User'],
    ['internal-error', 500, 'InternalError'],
    ['unavailable', 503, 'ServiceUnavailable'],
    ['error-in-200', 200, 'InternalError'],
  ] as const)('refuse: %s', (id, httpStatus, Code) => {
    expect(pick(id)).toMatchObject({ httpStatus, body: { Code } })
  })

  it('fail every other time', () => {
    const instance = createInstance()
    const statuses = [1, 2, 3, 4].map(() => pick('fails-once', instance).httpStatus)
    expect(statuses).toEqual([503, 200, 503, 200])
  })
})
