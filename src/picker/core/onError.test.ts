import { expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import { forbidden, unavailable } from './cloud.testing.ts'
import { MOBILE, OTHER_MOBILE, openPicker } from './picker.testing.ts'

it('a request that failed is told once, after the tries that the agent does not see', async () => {
  const onError = vi.fn()
  const { picker, clock, cloud } = openPicker({ onError })
  picker.setCallee(MOBILE)
  for (const wait of [400, 800]) {
    cloud.waiting[0]?.fail(unavailable())
    await clock.pass(wait)
    expect(onError).not.toHaveBeenCalled()
  }
  const last = unavailable()
  cloud.waiting[0]?.fail(last)
  await clock.pass(10_000)
  expect(onError.mock.calls).toEqual([[last]])
})

it('a request that nobody wants any more is not told', async () => {
  const onError = vi.fn()
  const { picker, cloud } = openPicker({ onError })
  picker.setCallee(MOBILE)
  const [first] = cloud.waiting
  picker.setCallee(OTHER_MOBILE)
  first?.fail(forbidden())
  await settled()
  expect(onError).not.toHaveBeenCalled()
})

it('each failure is told, to whoever listens then', async () => {
  const first = vi.fn()
  const then = vi.fn()
  const { picker, cloud, set } = openPicker({ onError: first })
  picker.setCallee(MOBILE)
  cloud.waiting[0]?.fail(forbidden())
  await settled()
  set({ onError: then })
  picker.retry()
  cloud.waiting[0]?.fail(forbidden())
  await settled()
  expect([first, then].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

it('whoever hears of it finds the agent told, and may change what is asked', async () => {
  const states: string[] = []
  const { picker, cloud, now } = openPicker({
    onError: () => {
      states.push(now().pick.state)
      picker.setCallee(OTHER_MOBILE)
    },
  })
  picker.setCallee(MOBILE)
  cloud.waiting[0]?.fail(forbidden())
  await settled()
  expect(states).toEqual(['failed'])
  expect(cloud.waiting.map(({ callee }) => callee)).toEqual([OTHER_MOBILE])
})
