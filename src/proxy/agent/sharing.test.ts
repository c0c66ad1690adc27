import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ProxyEvent } from '../event.ts'
import { createLimits } from './limits.ts'
import { connectRedis } from './redis.ts'

/** As much of a Redis as counting takes; it can hang, and take no writes. */
async function fakeRedis() {
  let mood: 'well' | 'hangs' | 'read-only' = 'well'
  let asked = 0
  let counted = 0
  const waiting: (() => void)[] = []
  const answers: Record<string, () => string> = {
    info: () => '$15\r\nredis_version:7\r\n',
    set: () => (mood === 'read-only' ? '-READONLY You cannot write.\r\n' : '+OK\r\n'),
    count: () => {
      if (mood === 'read-only') return '-READONLY You cannot write.\r\n'
      counted += 1
      return `*2\r\n:${counted}\r\n:60000\r\n`
    },
  }
  function hear(socket: Socket, text: string): void {
    for (const command of text.split(/(?=\*\d+\r\n\$)/)) {
      const name = command.split('\r\n')[2]?.toLowerCase() ?? ''
      const counts = name.startsWith('eval') || name === 'rlflxincr'
      if (counts) asked += 1
      const answer = answers[counts ? 'count' : name]
      const say = () => {
        const text = answer?.() ?? '+OK\r\n'
        if (socket.writable) socket.write(text)
      }
      if (mood === 'hangs') waiting.push(say)
      else say()
    }
  }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    socket.on('data', (data) => hear(socket, String(data)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const events: ProxyEvent[] = []
  const redis = await connectRedis(
    `redis://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
  )
  onTestFinished(() => redis.disconnect())
  const take = createLimits('ccc-test', {
    redis,
    perAgent: 1e8,
    perInstance: 0,
    observe: (event) => events.push(event),
  })
  return {
    take: () => take('agent@ccc-test', ''),
    /** How often Redis was asked to count, whether it answered or not. */
    asked: () => asked,
    counted: () => counted,
    be: (next: typeof mood) => {
      mood = next
      // Whoever wakes up does what it was asked for in the meantime.
      if (next !== 'hangs') for (const say of waiting.splice(0)) say()
    },
    shares: (shared: boolean) =>
      vi.waitFor(
        () => {
          const told = events.filter((event) => event.type === 'sharing')
          expect(told.at(-1)).toEqual({ type: 'sharing', shared })
        },
        { timeout: 5000 },
      ),
  }
}

describe('limits that replicas share', () => {
  it('count in Redis once it takes writes', async () => {
    const { take, shares, counted } = await fakeRedis()
    await shares(true)
    await take()
    expect(counted()).toBe(1)
  })

  it('do not wait for a Redis that hangs, once they have noticed, and count each call there once', async () => {
    const { take, shares, asked, counted, be } = await fakeRedis()
    await shares(true)
    be('hangs')
    await take()
    await shares(false)
    // For longer than the pause between two tries to find it.
    const end = performance.now() + 1500
    while (performance.now() < end) {
      await take()
      await setImmediate()
    }
    expect(asked()).toBe(1)
    be('well')
    await shares(true)
    await take()
    expect(counted()).toBe(2)
  })

  it('count alone while Redis takes no writes, though it answers', async () => {
    const { take, shares, counted, be } = await fakeRedis()
    await shares(true)
    be('read-only')
    await take()
    await shares(false)
    be('well')
    await shares(true)
    await take()
    expect(counted()).toBe(1)
  })
})
