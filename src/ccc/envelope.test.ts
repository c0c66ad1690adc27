import { describe, expect, it } from 'vitest'
import { openEnvelope } from './envelope.ts'
import { CccError } from './errors.ts'

const failure = (status: number, body: unknown, redirected = false): CccError => {
  try {
    openEnvelope({ status, data: body, redirected })
  } catch (error) {
    if (error instanceof CccError) return error
    throw error
  }
  throw new Error('The envelope opened.')
}

describe('openEnvelope', () => {
  const opened = { data: ['it'], requestId: 'R-1' }

  it.each([
    ['as the cloud writes it', { Code: 'OK', RequestId: 'R-1', Data: ['it'] }],
    ['with lowered keys', { code: 'OK', requestId: 'R-1', data: ['it'] }],
    ['as text', '{"Code":"OK","RequestId":"R-1","Data":["it"]}'],
    ['encoded twice', JSON.stringify('{"Code":"OK","RequestId":"R-1","Data":["it"]}')],
    ['with Data encoded in it', { Code: 'OK', RequestId: 'R-1', Data: '["it"]' }],
    ['after a byte order mark', '\uFEFF{"Code":"OK","RequestId":"R-1","Data":["it"]}'],
  ])('opens an answer %s', (_form, body) => {
    expect(openEnvelope({ status: 200, data: body })).toEqual(opened)
  })

  it('tells a refusal by its code, whatever the HTTP status says', () => {
    const refusal = { Code: 'NotExists.InstanceId', Message: 'No such instance.', RequestId: 'R-2' }
    for (const [status, httpStatus] of [
      [404, 404],
      [200, 200],
    ] as const) {
      expect(failure(status, refusal)).toMatchObject({
        code: 'NotExists.InstanceId',
        message: 'No such instance.',
        requestId: 'R-2',
        httpStatus,
        kind: 'instance',
        retryable: false,
      })
    }
    expect(failure(200, { ...refusal, HttpStatusCode: 404 }).httpStatus).toBe(404)
  })

  it('reads the XML that a gateway answers when nobody asked for JSON', () => {
    const xml =
      '<?xml version="1.0"?><Error><RequestId>R-3</RequestId><Code>Throttling.User</Code><Message>Slow down.</Message></Error>'
    expect(failure(400, xml)).toMatchObject({
      code: 'Throttling.User',
      message: 'Slow down.',
      requestId: 'R-3',
      kind: 'throttled',
    })
  })

  it.each([
    ['a login page', 200, '<!doctype html><title>Sign in</title>', 'session'],
    ['an unauthorised page', 401, '<html></html>', 'session'],
    ['a gateway page', 502, '<html><title>502 Bad Gateway</title></html>', 'gateway'],
    ['a page not found', 404, '<html></html>', 'endpoint'],
    ['a framework error', 500, { timestamp: 1, status: 500, error: 'Oops', path: '/' }, 'gateway'],
    ['a framework that knows no such path', 404, { status: 404, error: 'Not Found' }, 'endpoint'],
    ['a framework that asks to sign in', 401, { status: 401, error: 'Unauthorized' }, 'session'],
    ['a framework that forbids', 403, { status: 403, error: 'Forbidden' }, 'forbidden'],
    ['a limiter', 429, { error: 'Too Many Requests' }, 'throttled'],
    ['a gateway that waited too long', 504, 'upstream timeout', 'timeout'],
    ['nothing', 200, '', 'answer'],
    ['JSON cut short', 200, '{"Code":"OK","Da', 'answer'],
    ['a list', 200, [], 'answer'],
    ['an object that says nothing', 200, {}, 'answer'],
  ])('does not take %s for the cloud', (_what, status, body, kind) => {
    expect(failure(status, body)).toMatchObject({ kind, httpStatus: status })
  })

  it('takes a redirect for a session that ended', () => {
    expect(failure(0, '', true)).toMatchObject({ code: 'SessionExpired', retry: 'later' })
  })

  it('names the page that answered in its place', () => {
    expect(failure(502, '<title>502 Bad Gateway</title>').message).toContain('502 Bad Gateway')
  })
})
