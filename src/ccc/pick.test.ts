import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openEnvelope } from './envelope.ts'
import { CccError } from './errors.ts'
import { pickOutboundNumbers } from './pick.ts'

const read = (data: unknown) =>
  pickOutboundNumbers.read(
    openEnvelope({ status: 200, data: { Code: 'OK', RequestId: 'R', Data: data } }),
  )

const callee = { Number: '13888888888', City: '北京', Province: '北京' }
const caller = { Number: '01089898989', City: '北京', Province: '北京' }
const candidate = { number: '01089898989', city: '北京', province: '北京', match: 'same-city' }

describe('asking for a pick', () => {
  it('writes the parameters as proxies expect them', () => {
    const parameters = pickOutboundNumbers.parameters({
      callee: '13888888888',
      skillGroupIds: ['presales@ccc-test', 'a "quoted" one'],
      count: 5,
      instanceId: 'ccc-test',
    })
    expect(parameters).toEqual({
      instanceId: 'ccc-test',
      calledNumber: '13888888888',
      skillGroupIdList: '["presales@ccc-test","a \\"quoted\\" one"]',
      count: 5,
    })
  })
})

describe('reading a pick', () => {
  it.each([
    ['an array', [{ Callee: callee, Caller: caller }]],
    ['a single object', { Callee: callee, Caller: caller }],
    ['a wrapped array', { NumberPair: [{ Callee: callee, Caller: caller }] }],
    ['a wrapped single object', { NumberPair: { Callee: callee, Caller: caller } }],
    [
      'JSON numbers',
      [{ Callee: { ...callee, Number: 13888888888 }, Caller: { ...caller, Number: 1089898989 } }],
    ],
    ['an unknown field', [{ Callee: callee, Caller: { ...caller, Trunk: 'sip-02' }, Score: 7 }]],
  ])('understands %s', (_form, data) => {
    expect(read(data)).toMatchObject({ candidates: [candidate], requestId: 'R' })
  })

  it('understands the lower-case envelope around lower-case entries', () => {
    const body = {
      code: 'OK',
      requestId: 'R',
      data: [{ callee: { city: '北京' }, caller: { number: 1089898989, province: '北京市' } }],
    }
    const pick = pickOutboundNumbers.read(openEnvelope({ status: 200, data: body }))
    expect(pick.candidates).toEqual([candidate])
  })

  it('keeps what a proxy tells history for, and knows when it tells none', () => {
    const body = { Code: 'OK', RequestId: 'R', Data: [{ Callee: callee, Caller: caller }] }
    const offerIn = (data: object) =>
      pickOutboundNumbers.read(openEnvelope({ status: 200, data })).offer
    expect(offerIn({ ...body, Offer: 'sealed.text' })).toBe('sealed.text')
    expect(offerIn({ ...body, offer: 'sealed.text' })).toBe('sealed.text')
    expect(offerIn(body)).toBeNull()
  })

  it('shows a caller once, however often it is offered', () => {
    const data = [caller, { ...caller, Number: 1089898989 }].map((Caller) => ({
      Callee: callee,
      Caller,
    }))
    expect(read(data)).toMatchObject({ candidates: [candidate], dropped: 0 })
  })

  it('drops and counts entries of nonsense without losing the rest', () => {
    const data = [
      null,
      'x',
      {},
      { Callee: callee },
      { Caller: { Number: '' } },
      { Callee: callee, Caller: caller },
    ]
    expect(read(data)).toMatchObject({ candidates: [candidate], dropped: 5 })
  })

  it('keeps masked numbers as they are', () => {
    expect(read([{ Callee: callee, Caller: { Number: '1388888****' } }]).candidates).toEqual([
      { number: '1388888****', city: '', province: '', match: 'unknown' },
    ])
  })

  it('takes an empty list for one', () => {
    expect(read([])).toEqual({
      offer: null,
      place: { province: '', city: '' },
      candidates: [],
      dropped: 0,
      requestId: 'R',
    })
    expect(read({ NumberPair: [] }).candidates).toEqual([])
  })

  it.each([[undefined], [null], ['oops'], [7], [{}], [{ a: 1, b: 2 }], [[null, {}]], [true]])(
    'refuses %j as a whole instead of showing an empty list',
    (data) => {
      expect(() => read(data)).toThrow(
        expect.objectContaining({ code: 'UnreadableAnswer', requestId: 'R', retryable: true }),
      )
    },
  )

  it('never fails with anything but a CccError, whatever the answer holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('Data', 'data'), (data, key) => {
        try {
          pickOutboundNumbers.read(openEnvelope({ status: 200, data: { Code: 'OK', [key]: data } }))
        } catch (error) {
          expect(error).toBeInstanceOf(CccError)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
