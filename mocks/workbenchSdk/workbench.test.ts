import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWorkbench, type WorkbenchConfig } from './index.ts'

/** A Workbench that is idle, with the codes that it goes through from there. */
function idle(config: WorkbenchConfig = {}) {
  const codes: number[] = []
  const workbench = createWorkbench({
    afterCallRule: 'manual',
    ...config,
    onStatusChange: ({ code }) => codes.push(code),
  })
  workbench.register()
  codes.length = 0
  return { workbench, codes }
}

describe('the calls that it makes', () => {
  it.each([
    ['answered', ['answers', 'hangsUp']],
    ['rejected', ['hangsUp']],
    ['busy', ['isBusy']],
  ] as const)('are told once they are over: %s', (outcome, acts) => {
    vi.useFakeTimers({ now: 1_780_000_000_000 })
    const recordCall = vi.fn()
    const { workbench } = idle({ recordCall, userId: 'colleague@ccc-test' })
    workbench.call('13888888888', '01089898989')
    vi.advanceTimersByTime(4000)
    expect(recordCall).not.toHaveBeenCalled()
    for (const act of acts) workbench.customer[act]()
    expect(recordCall.mock.calls).toEqual([
      [
        {
          caller: '01089898989',
          callee: '13888888888',
          agentId: 'colleague@ccc-test',
          at: 1_780_000_000_000,
          seconds: 4,
          outcome,
        },
      ],
    ])
  })

  it('are unanswered if the agent gives up, and calls of customers are none of them', () => {
    const recordCall = vi.fn()
    const { workbench } = idle({ recordCall })
    workbench.call('13888888888', '01089898989')
    workbench.hangUp()
    expect(recordCall.mock.calls).toMatchObject([[{ outcome: 'no-answer' }]])
    workbench.ready()
    workbench.customer.calls('13777777777')
    workbench.hangUp()
    expect(recordCall).toHaveBeenCalledOnce()
  })
})

afterEach(() => vi.useRealTimers())

describe('the stand-in for the Workbench SDK', () => {
  it('registers on the way from unregistered to idle', () => {
    const codes: number[] = []
    const workbench = createWorkbench({ onStatusChange: ({ code }) => codes.push(code) })
    expect(workbench.getStatusCode().code).toBe(-1)
    workbench.register()
    expect(codes).toEqual([0, 3])
    expect(workbench.getStatusCode()).toEqual({ code: 3, lastCode: 0 })
  })

  it('goes through an outbound call: dialing, talking, wrap-up, idle', () => {
    const onCallDialing = vi.fn()
    const { workbench, codes } = idle({ onCallDialing })
    workbench.call('13888888888', '01089898989')
    expect(onCallDialing.mock.calls).toEqual([
      [{ connid: 'job-1', callee: '13888888888', caller: '01089898989' }],
    ])
    workbench.customer.answers()
    workbench.callHold()
    workbench.callRetrieve()
    workbench.hangUp()
    workbench.ready()
    expect(codes).toEqual([8, 10, 12, 10, 5, 3])
  })

  it('goes through an inbound call', () => {
    const { workbench, codes } = idle()
    workbench.customer.calls('13888888888')
    workbench.answer()
    workbench.customer.hangsUp()
    expect(codes).toEqual([6, 9, 5])
  })

  it('is idle again by itself fifteen seconds after a call', () => {
    vi.useFakeTimers()
    const { workbench, codes } = idle({ afterCallRule: 15 })
    workbench.call('13888888888')
    workbench.hangUp()
    vi.advanceTimersByTime(14_999)
    expect(codes).toEqual([8, 5])
    vi.advanceTimersByTime(1)
    expect(codes).toEqual([8, 5, 3])
  })

  it('notifies an error and does not dial in the middle of a call', () => {
    const onErrorNotify = vi.fn()
    const { workbench, codes } = idle({ onErrorNotify })
    workbench.call('13888888888')
    workbench.call('13999999999')
    expect(codes).toEqual([8])
    expect(onErrorNotify).toHaveBeenCalledWith(expect.objectContaining({ errorApi: 'call' }))
  })
})
