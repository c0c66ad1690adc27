import { describe, expect, it } from 'vitest'
import { CccError } from '../../ccc/index.ts'
import { readParameters } from './parameters.ts'

const read = (json: string) => Object.fromEntries(readParameters(json, 'ccc-test'))

function refusal(json: string): CccError {
  try {
    readParameters(json, 'ccc-test')
  } catch (error) {
    if (error instanceof CccError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('readParameters', () => {
  it('raises the first letter of each name and adds the instance', () => {
    expect(read('{"calledNumber":"13888888888","SkillGroupIdList":"[]","count":3}')).toEqual({
      InstanceId: 'ccc-test',
      CalledNumber: '13888888888',
      SkillGroupIdList: '[]',
      Count: '3',
    })
  })

  it('writes arrays and objects as the JSON text that the API wants', () => {
    expect(read('{"skillGroupIdList":["a@ccc-test"],"filter":{"b":1}}')).toMatchObject({
      SkillGroupIdList: '["a@ccc-test"]',
      Filter: '{"b":1}',
    })
  })

  it('writes a number that JavaScript would round as it came', () => {
    expect(
      read('{"taskId":12345678901234567890,"count":1e400,"ids":[98765432109876543210]}'),
    ).toMatchObject({
      TaskId: '12345678901234567890',
      Count: '1e400',
      Ids: '[98765432109876543210]',
    })
  })

  it('leaves null out and keeps false, 0 and the empty string', () => {
    expect(read('{"a":null,"isMember":false,"pageNumber":0,"searchPattern":""}')).toEqual({
      InstanceId: 'ccc-test',
      IsMember: 'false',
      PageNumber: '0',
      SearchPattern: '',
    })
  })

  it.each(['InstanceId', 'instanceId', 'INSTANCEID'])(
    'takes the configured instance as %s and sends it once',
    (name) => {
      expect(read(`{"${name}":"ccc-test"}`)).toEqual({ InstanceId: 'ccc-test' })
    },
  )

  it.each(['""', 'null'])('takes an instance of %s for none', (value) => {
    expect(read(`{"instanceId":${value}}`)).toEqual({ InstanceId: 'ccc-test' })
  })

  it.each([
    '{"instanceId":"ccc-other"}',
    '{"instanceID":"ccc-other"}',
    '{"InstanceId":["ccc-test"]}',
    '{"InstanceId":" ccc-test"}',
  ])('refuses another instance, as in %s', (json) => {
    expect(refusal(json)).toMatchObject({ code: 'Forbidden.Instance', httpStatus: 403 })
  })

  it.each([
    ['', /not JSON/],
    ['{"a":', /not JSON/],
    ['[]', /holds an array/],
    ['null', /holds null/],
    ['"text"', /holds string/],
    ['{"calledNumber":"1","CalledNumber":"2"}', /twice/],
    ['{"calledNumber":"1","calledNUMBER":"2"}', /twice/],
    ['{"":"1"}', /cannot be the name/],
    ['{"a b":"1"}', /cannot be the name/],
    ['{"__proto__":{"a":1}}', /cannot be the name/],
    ['{"1a":"1"}', /cannot be the name/],
    ['{"a&Action":"1"}', /cannot be the name/],
  ])('refuses %s with what is wrong', (json, message) => {
    expect(refusal(json)).toMatchObject({ code: 'BadRequest', httpStatus: 400 })
    expect(refusal(json).message).toMatch(message)
  })

  it('refuses what is nested 5,000 levels deep', () => {
    const { code, message } = refusal(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`)
    expect([code, message]).toEqual(['BadRequest', expect.stringContaining('too deeply')])
  })

  it.each([
    'action',
    'Version',
    'format',
    'ACCESSKEYID',
    'accessKeyId',
    'Signature',
    'signatureNonce',
    'SignatureMethod',
    'timestamp',
    'securityToken',
    'regionId',
    'Version.1',
    'InstanceId.1',
  ])("refuses %s, which is the proxy's to set", (name) => {
    expect(refusal(`{"${name}":"ccc-test"}`).message).toMatch(/leave it out/)
  })

  it.each([
    '{"13888888888":1}',
    '{"138 8888 8888":1}',
    '{"calledNumber":13888888888',
    '{"calledNumber":"13888888888","CalledNumber":"13888888888"}',
    '{"instanceId":13888888888138888888}',
    '{"instanceId":"13888888888"}',
  ])('keeps the number in %s out of its message', (json) => {
    expect(refusal(json).message).not.toMatch(/888/)
  })

  it('keeps the name of an endless parameter out of its message', () => {
    expect(refusal(`{"${'a'.repeat(5000)}_":1}`).message.length).toBeLessThan(200)
  })

  it('lets names of the language itself do no harm', () => {
    expect(readParameters('{"constructor":"x","hasOwnProperty":"y"}', 'i')).toEqual(
      new Map([
        ['InstanceId', 'i'],
        ['Constructor', 'x'],
        ['HasOwnProperty', 'y'],
      ]),
    )
  })
})
