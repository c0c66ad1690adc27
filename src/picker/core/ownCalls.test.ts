import { expect, it } from 'vitest'
import { settled } from './clock.testing.ts'
import type { DialGuardContext } from './guard.ts'
import { createOwnCalls } from './ownCalls.ts'
import { MOBILE, OTHER_MOBILE, openReady } from './picker.testing.ts'

const day = 24 * 3_600_000

it('are those to one number within a day', () => {
  let now = 10 * day
  const calls = createOwnCalls(() => now)
  calls.add(MOBILE, now - day)
  calls.add(MOBILE, now - 5)
  calls.add(OTHER_MOBILE, now)
  expect(calls.to(MOBILE)).toEqual([10 * day - 5])
  now += day
  expect(calls.to(MOBILE)).toEqual([])
})

it('are told to the guard of the next call, those that were made and no others', async () => {
  const told: DialGuardContext[] = []
  let works = false
  const { picker, clock } = await openReady({
    beforeDial: (_draft, context) => void told.push(context),
    onDial: () => (works ? undefined : Promise.reject(new Error('busy'))),
  })
  const press = async () => {
    await clock.pass(1000)
    expect(picker.press()).toBe(true)
    await settled()
  }
  await press()
  works = true
  const before = Date.now()
  await press()
  await press()
  expect(told.map(({ ownCalls }) => ownCalls?.length)).toEqual([0, 0, 1])
  expect(told[2]?.ownCalls?.[0]).toBeGreaterThanOrEqual(before)
  expect(await told[2]?.offer).toBeNull()
})
