import { type SetupServer, setupServer } from 'msw/node'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { proxyStyles } from '../proxyStyles.ts'
import { scenarioById, scenarios } from '../scenarios.ts'
import { createHandlers, type HandlerOptions } from './handlers.ts'

const API = 'http://desk.example/aliyun/ccc/api'
const question = {
  instanceId: 'ccc-test',
  calledNumber: '13888888888',
  skillGroupIdList: '["presales@ccc-test"]',
  count: 3,
}

let server: SetupServer | undefined

function serve(options: HandlerOptions = {}): void {
  server = setupServer(...createHandlers(options))
  server.listen({ onUnhandledRequest: 'error' })
}

afterEach(() => {
  server?.close()
  server = undefined
})

function pick(request: unknown = question, init: RequestInit = {}): Promise<Response> {
  return fetch(`${API}?action=PickOutboundNumbers&product=CloudCallCenter&version=2020-07-01`, {
    method: 'POST',
    body: new URLSearchParams({ request: JSON.stringify(request) }),
    ...init,
  })
}

describe('the proxy protocol', () => {
  it("answers a form whose keys are camelCase with the cloud's envelope", async () => {
    serve()
    const answer = await pick()
    expect(answer.headers.get('content-type')).toMatch('application/json')
    expect(await answer.json()).toMatchObject({ Code: 'OK', Data: { length: 3 } })
  })

  it('accepts keys that are raised already, and a list that is not yet a string', async () => {
    serve()
    const raised = {
      InstanceId: 'ccc-test',
      CalledNumber: '13888888888',
      SkillGroupIdList: ['presales@ccc-test'],
    }
    expect(await (await pick(raised)).json()).toMatchObject({ Code: 'OK', Data: { length: 1 } })
  })

  it('accepts GET', async () => {
    serve()
    const request = encodeURIComponent(JSON.stringify(question))
    const answer = await fetch(`${API}?action=PickOutboundNumbers&request=${request}`)
    expect(await answer.json()).toMatchObject({ Code: 'OK' })
  })

  it('takes null for a parameter that was left out', async () => {
    serve()
    expect(await (await pick({ ...question, count: null })).json()).toMatchObject({
      Data: { length: 1 },
    })
  })

  it('stands where it is told to', async () => {
    serve({ endpoint: '*/data/api.json' })
    const answer = await fetch('http://desk.example/data/api.json?action=GetNumberLocation', {
      method: 'POST',
      body: new URLSearchParams({ request: '{"instanceId":"ccc-test","number":"95588"}' }),
    })
    expect(await answer.json()).toMatchObject({ Code: 'OK', Data: { Number: '95588' } })
  })

  it.each(['not json', '"text"', '[]', 'null'])(
    "refuses %s in a framework's words",
    async (request) => {
      serve()
      const answer = await fetch(`${API}?action=PickOutboundNumbers`, {
        method: 'POST',
        body: new URLSearchParams({ request }),
      })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ error: 'Bad Request', path: '/aliyun/ccc/api' })
    },
  )

  it("hands on the cloud's refusals with their status", async () => {
    serve()
    const answer = await pick({ ...question, instanceId: 'ccc-nope' })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ Code: 'NotExists.InstanceId' })
  })

  it('answers in the style it is given, refusals too', async () => {
    serve({ style: 'twice' })
    expect(JSON.parse(await (await pick()).json())).toMatchObject({ Code: 'OK' })
    server?.close()
    serve({ style: 'camel' })
    expect(await (await pick({})).json()).toMatchObject({ code: 'Parameter.Blank' })
  })

  it('plays the instance that it is told to', async () => {
    serve({ instanceId: 'ccc-desk' })
    const { instanceId: _, ...ours } = question
    const picked = await pick({ ...ours, skillGroupIdList: '["presales@ccc-desk"]' })
    expect(await picked.json()).toMatchObject({ Code: 'OK', Data: { length: 3 } })
    expect(await (await pick()).json()).toMatchObject({ Code: 'NotExists.InstanceId' })
  })

  it('is not made in a style that no proxy has', () => {
    const options: object = { style: 'Camel' }
    expect(() => createHandlers(options)).toThrow(
      'createHandlers: style is "Camel". Use one of "cloud", "camel", "unwrapped", "twice".',
    )
  })

  it('takes its time', async () => {
    const wait = vi.fn(async () => {})
    serve({ latency: 200, wait })
    await pick()
    expect(wait.mock.calls).toEqual([[200]])
  })
})

describe('scenarios', () => {
  const play = (callee: string, init?: RequestInit) =>
    pick({ ...question, calledNumber: callee }, init)

  it('answers the XML sample as a proxy hands it on', async () => {
    serve()
    expect(await (await play('19900000002')).json()).toMatchObject({
      Code: 'OK',
      Data: { Caller: { Number: '1089898989' } },
    })
  })

  it('is slow', async () => {
    const wait = vi.fn(async () => {})
    serve({ wait })
    expect(await (await play('19900000010')).json()).toMatchObject({ Code: 'OK' })
    expect(wait.mock.calls).toEqual([[1500]])
  })

  it('has slow call records beside a quick pick', async () => {
    const wait = vi.fn(async () => {})
    serve({ wait })
    const { callee } = scenarioById('records-slow')
    await play(callee)
    expect(wait).not.toHaveBeenCalled()
    const request = { calledNumber: callee, pageNumber: 1, pageSize: 1, startTime: 0 }
    const body = new URLSearchParams({ request: JSON.stringify(request) })
    const answer = await fetch(`${API}?action=ListCallDetailRecordsV2`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ Data: { TotalCount: 2 } })
    expect(wait.mock.calls).toEqual([[1500]])
  })

  it('hangs until the client gives up', async () => {
    serve()
    const patience = new AbortController()
    const arrived = new Promise((resolve) => server?.events.on('request:start', resolve))
    const answer = play('19900000011', { signal: patience.signal })
    const givenUp = expect(answer).rejects.toThrow('aborted')
    await arrived
    patience.abort()
    await givenUp
  })

  it.each([
    ['19900000302', 200, '登录'],
    ['19900000401', 200, '登录'],
    ['19900000502', 502, 'nginx'],
  ])('answers %s with an HTML page', async (callee, status, text) => {
    serve()
    const answer = await play(callee)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch('text/html')
    expect(await answer.text()).toMatch(text)
  })

  it('gets to the login page by a redirect', async () => {
    serve()
    const { status, headers } = await play('19900000302', { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([303, 'http://desk.example/sso/login'])
  })

  it('loses the connection', async () => {
    serve()
    await expect(play('19900000999')).rejects.toThrow('Failed to fetch')
  })

  it.each(proxyStyles)('answers every other scenario with JSON in style %s', async (style) => {
    serve({ style })
    const deliveredOddly = [
      'slow',
      'hang',
      'redirect-to-login',
      'login-page',
      'bad-gateway',
      'connection-lost',
    ]
    for (const { id, callee } of scenarios) {
      if (deliveredOddly.includes(id)) continue
      const said = await (await play(callee)).json()
      const envelope = style === 'twice' ? JSON.parse(said) : said
      expect(envelope, id).toHaveProperty(style === 'cloud' || style === 'twice' ? 'Code' : 'code')
    }
  })
})
