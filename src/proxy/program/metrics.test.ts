import { request } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AnswerEvent } from '../event.ts'
import { createMetrics } from './metrics.ts'
import { startProxy } from './server.ts'

const answer: AnswerEvent = {
  type: 'answer',
  requestId: 'q-1',
  traceId: '',
  agent: 'agent-13888888888@ccc-test',
  action: 'PickOutboundNumbers',
  code: 'OK',
  status: 200,
  upstreamRequestId: '13888888888',
  attempts: 1,
  milliseconds: 30,
}

async function print(metrics: ReturnType<typeof createMetrics>): Promise<string> {
  return (await metrics.registry.metrics())
    .split('\n')
    .filter((line) => line.startsWith('picker_proxy') && !line.includes('le="'))
    .join('\n')
}

describe('createMetrics', () => {
  it('counts answers and tries, and how long they took, by action and code', async () => {
    const metrics = createMetrics()
    metrics.observe(answer)
    metrics.observe({ ...answer, code: 'Throttling.User', milliseconds: 10 })
    metrics.observe({ type: 'attempt', action: 'MakeCall', code: 'OK', milliseconds: 500 })
    const printed = await print(metrics)
    for (const line of [
      'picker_proxy_answer_seconds_count{action="PickOutboundNumbers",code="OK"} 1',
      'picker_proxy_answer_seconds_sum{action="PickOutboundNumbers",code="OK"} 0.03',
      'picker_proxy_answer_seconds_count{action="PickOutboundNumbers",code="Throttling.User"} 1',
      'picker_proxy_upstream_seconds_sum{action="MakeCall",code="OK"} 0.5',
    ]) {
      expect(printed).toContain(line)
    }
  })

  it('counts what limits say, and shows the breaker', async () => {
    const metrics = createMetrics()
    metrics.observe({ type: 'limit', scope: 'agent', allowed: true })
    metrics.observe({ type: 'limit', scope: 'agent', allowed: false })
    metrics.observe({ type: 'unsharedLimit' })
    metrics.observe({ type: 'breaker', state: 'open' })
    const printed = await print(metrics)
    for (const line of [
      'picker_proxy_limit_total{scope="agent",result="allowed"} 1',
      'picker_proxy_limit_total{scope="agent",result="refused"} 1',
      'picker_proxy_limit_unshared_total 1',
      'picker_proxy_breaker 2',
    ]) {
      expect(printed).toContain(line)
    }
  })

  it('has no number and no user in it, and a bounded number of codes', async () => {
    const metrics = createMetrics()
    metrics.observe(answer)
    metrics.observe({ ...answer, code: 'No.13888888888' })
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    for (const one of letters) {
      for (const other of letters) metrics.observe({ ...answer, code: `C${one}${other}` })
    }
    const printed = await print(metrics)
    expect(printed).not.toMatch(/888|agent-|@ccc/)
    expect(printed.match(/answer_seconds_count/g)?.length).toBeLessThanOrEqual(101)
    expect(printed).toContain('code="Other"')
  })
})

describe('a running proxy', () => {
  async function start(withMetrics = true) {
    const { registry } = createMetrics()
    const proxy = await startProxy({
      instanceId: 'ccc-test',
      credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
      authenticate: 'none',
      ...(withMetrics && { metrics: registry }),
    })
    onTestFinished(() => proxy.close())
    return proxy
  }

  it('prints metrics at /metrics', async () => {
    const answer = await fetch(`${(await start()).url}/metrics`)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(await answer.text()).toContain('process_resident_memory_bytes')
  })

  it('has no /metrics where none were made', async () => {
    expect((await fetch(`${(await start(false)).url}/metrics`)).status).toBe(404)
  })

  it.each(['/healthz', '/readyz'])('says at %s that it is well', async (path) => {
    const answer = await fetch((await start()).url + path)
    expect([answer.status, (await answer.json()).Code]).toEqual([200, 'OK'])
  })

  it('stays alive but is not ready while it drains, and asks clients to go', async () => {
    const { url, close } = await start()
    const closed = close({ drain: 300 })
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, (await ready.json()).Code]).toEqual([503, 'ServiceUnavailable.Draining'])
    expect(ready.headers.get('connection')).toBe('close')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    await closed
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  it('answers to this machine’s names alone where nobody is asked who they are', async () => {
    const { url } = await start()
    const { port } = new URL(url)
    const status = (host: string) =>
      new Promise((resolve) => {
        request(`${url}/aliyun/ccc/api`, { headers: { host } }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        }).end()
      })
    expect(await status(`evil.example.com:${port}`)).toBe(403)
    expect(await status(`localhost:${port}`)).toBe(400)
  })
})
