import { describe, expect, it } from 'vitest'
import { CccError } from './errors.ts'

describe('CccError', () => {
  it.each([
    ['NotExists.InstanceId', 404, 'instance', false],
    ['NotExists.UserId', 404, 'agent', false],
    ['Parameter.Blank', 400, 'request', false],
    ['Parameter.Null', 400, 'request', false],
    ['Parameter.Empty', 400, 'request', false],
    ['Parameter.Minimum', 400, 'request', false],
    ['Parameter.Maximum', 400, 'request', false],
    ['InvalidAccessKeyId.NotFound', 404, 'credentials', false],
    ['InvalidAccessKeyId.Inactive', 400, 'credentials', false],
    ['SignatureDoesNotMatch', 400, 'credentials', false],
    ['InvalidTimeStamp.Expired', 400, 'credentials', false],
    ['SignatureNonceUsed', 400, 'unavailable', true],
    ['Forbidden.RAM', 403, 'forbidden', false],
    ['InvalidApi.NotFound', 404, 'endpoint', false],
    ['Throttling', 400, 'throttled', true],
    ['Throttling.User', 400, 'throttled', true],
    ['Throttling.Api', 400, 'throttled', true],
    ['InternalError', 500, 'unavailable', true],
    ['ServiceUnavailable', 503, 'unavailable', true],
    ['ConnectionLost', 0, 'connection', true],
    ['Timeout', 0, 'timeout', true],
    ['SessionExpired', 200, 'session', true],
    ['CloudUnreachable', 502, 'gateway', true],
    ['CloudTimeout', 504, 'timeout', true],
  ])('classifies %s (%i) as %s, retryable: %s', (code, httpStatus, kind, retryable) => {
    expect(new CccError({ code, message: '', httpStatus })).toMatchObject({ kind, retryable })
  })

  it.each([
    ['Parameter.NewOne', 400, 'request'],
    ['Something.New', 503, 'gateway'],
    ['Something.New', 429, 'throttled'],
    ['Something.New', 200, 'refused'],
  ])('places the unknown code %s (%i) by family, then by status', (code, httpStatus, kind) => {
    expect(new CccError({ code, message: '', httpStatus }).kind).toBe(kind)
  })

  it('keeps its cause', () => {
    const cause = new TypeError('fetch failed')
    expect(new CccError({ code: 'ConnectionLost', message: '', cause }).cause).toBe(cause)
  })
})
