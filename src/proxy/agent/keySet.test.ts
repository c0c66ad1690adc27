import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import type { ProxyEvent } from '../event.ts'
import { verifyByKeySet } from './keySet.ts'

const MINUTE = 60_000

/** A key server that can be down, and whose keys change. */
async function keyServer() {
  const pair = async (kid: string) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } }
  }
  const pairs = { a: await pair('a'), b: await pair('b') }
  let now = 0
  let keys = [pairs.a.jwk]
  let up = true
  const events: ProxyEvent[] = []
  const fetch = vi.fn(async () => {
    if (!up) throw new Error('down')
    return Response.json({ keys })
  })
  const verify = verifyByKeySet(new URL('https://id.example.com/keys'), {
    timeout: 1000,
    fetch,
    observe: (event) => events.push(event),
    now: () => now,
  })
  const sign = (kid: 'a' | 'b') =>
    new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid }).sign(pairs[kid].privateKey)
  return {
    accepts: async (kid: 'a' | 'b') => verify(await sign(kid), {}).then(() => true),
    rotate: () => {
      keys = [pairs.b.jwk]
    },
    be: (next: 'up' | 'down') => {
      up = next === 'up'
    },
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    fetch,
    events,
  }
}

const unavailable = expect.objectContaining({ code: 'AuthenticationUnavailable', httpStatus: 503 })

describe('keys at an address', () => {
  it('are fetched once, and again after ten minutes, while nobody waits', async () => {
    const { accepts, fetch, pass } = await keyServer()
    await accepts('a')
    pass(9 * MINUTE)
    await accepts('a')
    expect(fetch).toHaveBeenCalledTimes(1)
    pass(MINUTE)
    await accepts('a')
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('serve for a day while the key server is down, and it is told', async () => {
    const { accepts, be, pass, events } = await keyServer()
    await accepts('a')
    be('down')
    pass(10 * MINUTE)
    expect(await accepts('a')).toBe(true)
    await vi.waitFor(() => expect(events).toEqual([{ type: 'keys', stale: true }]))
    pass(23 * 60 * MINUTE)
    expect(await accepts('a')).toBe(true)
    pass(60 * MINUTE)
    await expect(accepts('a')).rejects.toEqual(unavailable)
    be('up')
    pass(MINUTE)
    expect(await accepts('a')).toBe(true)
    expect(events.at(-1)).toEqual({ type: 'keys', stale: false })
  })

  it('are fetched at once when a token names another, as after a rotation', async () => {
    const { accepts, rotate, pass, fetch } = await keyServer()
    await accepts('a')
    rotate()
    pass(1000)
    const start = performance.now()
    expect(await accepts('b')).toBe(true)
    expect(performance.now() - start).toBeLessThan(500)
    expect(fetch).toHaveBeenCalledTimes(2)
    await expect(accepts('a')).rejects.toThrow('no applicable key')
  })

  it('are fetched once a second at most, however many tokens name others', async () => {
    const { accepts, fetch } = await keyServer()
    await accepts('a')
    const start = performance.now()
    const refused = await Promise.allSettled(Array.from({ length: 50 }, () => accepts('b')))
    expect(refused.every(({ status }) => status === 'rejected')).toBe(true)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(performance.now() - start).toBeGreaterThan(900)
  })

  it('prove no token of an unknown key while the key server is down', async () => {
    const { accepts, be, pass } = await keyServer()
    await accepts('a')
    be('down')
    pass(1000)
    await expect(accepts('b')).rejects.toEqual(unavailable)
    expect(await accepts('a')).toBe(true)
  })

  it.each<[string, () => Response, RegExp]>([
    [
      'of 60 MB are not read',
      () => {
        let sent = 0
        const pull = (body: ReadableStreamDefaultController) => {
          sent += 1
          body.enqueue(new Uint8Array(64 * 1024).fill(32))
          if (sent > 900) throw new Error('All of it was read.')
        }
        return new Response(new ReadableStream({ pull }))
      },
      /longer than 262144 bytes/,
    ],
    ['are no page', () => new Response('<html>'), /JSON/],
    ['are no redirect', () => new Response(null, { status: 302 }), /HTTP 302/],
    ['are a list', () => Response.json({ keys: 'none' }), /Expected Array/],
  ])('%s', async (_, answer, cause) => {
    const verify = verifyByKeySet(new URL('https://id.example.com/keys'), {
      timeout: 1000,
      fetch: async () => answer(),
    })
    const token = `${Buffer.from('{"alg":"ES256","kid":"a"}').toString('base64url')}.e30.AAAA`
    await expect(verify(token, {})).rejects.toMatchObject({
      code: 'AuthenticationUnavailable',
      cause: expect.objectContaining({ message: expect.stringMatching(cause) }),
    })
  })
})
