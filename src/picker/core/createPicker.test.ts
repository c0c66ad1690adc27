import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import {
  CALLERS,
  GROUPS,
  LANDLINE,
  MOBILE,
  OTHER_MOBILE,
  openPicker,
  openReady,
} from './picker.testing.ts'

describe('a picker that nobody looks at', () => {
  it('asks nothing before, and nothing afterwards', async () => {
    const { picker, clock, cloud, close, open } = openPicker()
    close()
    picker.setCallee(MOBILE)
    picker.retry()
    await clock.pass(1000)
    expect(cloud.requests).toHaveLength(0)
    const leave = open()
    expect(cloud.requests).toHaveLength(1)
    leave()
    expect(cloud.requests[0]?.signal?.aborted).toBe(true)
    picker.setCallee(OTHER_MOBILE)
    await clock.pass(1000)
    expect(cloud.requests).toHaveLength(1)
  })

  it('asks for no more and tells of no draft', async () => {
    const onSelect = vi.fn()
    const { picker, clock, cloud, close, set } = await openReady({ count: 2, onSelect })
    expect(onSelect).toHaveBeenCalledTimes(1)
    close()
    picker.more()
    picker.choose('01022222222')
    set({ dialDisabled: true })
    await clock.pass(1000)
    expect(cloud.requests).toHaveLength(1)
    expect(onSelect).toHaveBeenCalledTimes(1)
  })

  it('goes on where it was when somebody looks again at once', async () => {
    const { cloud, callers, close, open } = await openReady()
    close()
    open()
    expect(callers()).toEqual(CALLERS)
    expect(cloud.requests).toHaveLength(1)
  })

  it('asks anew when somebody looks again later', async () => {
    const { clock, cloud, close, open, now } = await openReady()
    close()
    await clock.pass(1)
    open()
    expect(now().pick.state).toBe('asking')
    expect(cloud.requests).toHaveLength(2)
  })

  it('asks, when somebody looks again, once and for what is shown by then', async () => {
    const { picker, clock, cloud, close, open, options } = await openReady()
    close()
    await clock.pass(1000)
    options().skillGroups = GROUPS.slice(1)
    open()
    expect(cloud.waiting).toMatchObject([{ callee: MOBILE, skillGroupIds: ['b'] }])
    expect(cloud.requests).toHaveLength(2)
    expect(picker.getSnapshot().pick.state).toBe('asking')
  })

  it('waits for the pause of a number anew', async () => {
    const { picker, clock, cloud, close, open } = openPicker()
    picker.type(LANDLINE)
    close()
    await clock.pass(1000)
    open()
    await clock.pass(499)
    expect(cloud.requests).toHaveLength(0)
    await clock.pass(1)
    expect(cloud.requests).toHaveLength(1)
  })

  it('waits for nothing if its number has had its pause', async () => {
    const { clock, close, open } = await openReady({}, LANDLINE)
    close()
    const after = vi.spyOn(clock, 'after')
    open()
    expect(after).not.toHaveBeenCalled()
  })

  it('is left only when the last one leaves', () => {
    const { picker, cloud, close, open } = openPicker()
    const leave = open()
    picker.setCallee(MOBILE)
    const other = picker.subscribe(() => {})
    close()
    close()
    leave()
    expect(cloud.requests[0]?.signal?.aborted).toBe(false)
    other()
    expect(cloud.requests[0]?.signal?.aborted).toBe(true)
  })

  it('is left once, even if the last one leaves twice', () => {
    const unmount = vi.spyOn(QueryClient.prototype, 'unmount')
    const { close } = openPicker()
    close()
    close()
    expect(unmount).toHaveBeenCalledTimes(1)
    unmount.mockRestore()
  })
})

describe('the host', () => {
  it('is told of every draft once, whoever selected it', async () => {
    const onSelect = vi.fn()
    const { picker, set } = await openReady({ onSelect })
    const told = () => onSelect.mock.calls.map(([draft]) => draft.caller.at(-1)).join('')
    expect(told()).toBe('1')
    set({ maskCallee: true })
    picker.type('1388888 8888')
    picker.move(1)
    picker.choose('01022222222')
    expect(told()).toBe('12')
    set({
      annotateCaller: ({ number }) => (number.endsWith('22') ? { disabled: 'no' } : undefined),
    })
    expect(told()).toBe('121')
    picker.clear()
    expect(told()).toBe('121')
  })

  it('sees each change once, when all that follows from it has happened', async () => {
    const { picker, set, now } = await openReady({ userId: 'agent' })
    const seen = vi.fn(() => now())
    picker.subscribe(seen)
    picker.search('')
    picker.setCallee(OTHER_MOBILE)
    set({ userId: undefined, skillGroups: undefined })
    expect(seen).toHaveBeenCalledTimes(3)
    expect(seen.mock.results.at(-1)?.value).toBe(now())
  })
})
