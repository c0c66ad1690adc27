import type { MadeCall } from '../model/index.ts'

/** What the SDK's `onStatusChange` passes and `getStatusCode` returns. */
export interface WorkbenchStatus {
  /** The agent's state, 3 while idle. */
  code: number
  /** The state before. */
  lastCode: number
}

/** The options of an SDK 2.x that the stand-in reads, and the hooks that it calls. */
export interface WorkbenchConfig {
  /** The instance. Default `ccc-test`. */
  instanceId?: string
  /** Seconds from the end of a call to idle, or `manual`. Default 15. */
  afterCallRule?: number | 'manual'
  /** The Workbench was created. */
  onInit?: () => void
  /** It registers, at `instanceId`. */
  onRegister?: (config: { instanceId: string }) => void
  /** The agent is signed in. */
  onLogIn?: () => void
  /** The agent is signed out. */
  onLogOut?: () => void
  /** The agent is idle. */
  onReady?: () => void
  /** The agent takes a break. */
  onBreak?: () => void
  /** A customer calls. */
  onCallComing?: (call: WorkbenchCall) => void
  /** A call to a customer begins to ring. */
  onCallDialing?: (call: WorkbenchCall) => void
  /** Somebody answered. */
  onCallEstablish?: (call: WorkbenchCall) => void
  /** A call is over. */
  onCallRelease?: (call: WorkbenchCall) => void
  /** A call is over, in this state. */
  onHangUp?: (type: 'ringing' | 'dialing' | 'inbound' | 'outbound') => void
  /** The state changed; `connid` of the `context` is the call. */
  onStatusChange?: (status: WorkbenchStatus & { context: { connid: string } }) => void
  /** A method, `errorApi`, cannot act in this state; `errorCode` and `errorMsg` say why. */
  onErrorNotify?: (error: { errorApi: string; errorCode: string; errorMsg: string }) => void
  /** Who is at the desk. Default `agent@` and the instance. */
  userId?: string
  /** Called with each call to a customer once it is over, such as `instance.record`. */
  recordCall?: (call: MadeCall) => void
}

/** A call at the Workbench, coming in or going out. */
export interface WorkbenchCall {
  /** Identifies it. */
  connid: string
  /** Whose telephone calls; `''` if that was left to the cloud. */
  caller: string
  /** Whose rings; `''` for a call that came in. */
  callee: string
}

const status = {
  unregistered: -1,
  registering: 0,
  offline: 1,
  break: 2,
  idle: 3,
  wrapUp: 5,
  ringing: 6,
  dialing: 8,
  inbound: 9,
  outbound: 10,
  held: 12,
} as const

type StatusName = keyof typeof status

/** What `createWorkbench` returns. */
export type StandInWorkbench = ReturnType<typeof createWorkbench>

/**
 * Replaces `new WorkbenchSdk(config)` of SDK 2.x, without panel, sound or network: it has the same method and
 * hook names and the same state codes. `customer` does what customers do.
 *
 * @example
 * const workbench = createWorkbench({ afterCallRule: 'manual', onStatusChange })
 * workbench.register()
 * workbench.call('13888888888', '01089898989')
 * workbench.customer.answers()
 *
 * @returns a {@link StandInWorkbench}
 */
export function createWorkbench(config: WorkbenchConfig = {}) {
  const { instanceId = 'ccc-test', afterCallRule = 15 } = config
  const { userId = `agent@${instanceId}` } = config
  let now: StatusName = 'unregistered'
  let last: StatusName = 'unregistered'
  let talking: 'inbound' | 'outbound' = 'outbound'
  let call: WorkbenchCall = { connid: '', caller: '', callee: '' }
  let calls = 0
  let began = 0
  let wrapUp: ReturnType<typeof setTimeout> | undefined

  function become(next: StatusName): void {
    clearTimeout(wrapUp)
    last = now
    now = next
    const { connid } = call
    config.onStatusChange?.({ code: status[now], lastCode: status[last], context: { connid } })
  }

  /** Acts only in the allowed states; in others the SDK reports an error and does nothing. */
  function from(allowed: readonly StatusName[], errorApi: string, act: () => void): void {
    if (allowed.includes(now)) {
      act()
      return
    }
    const errorMsg = `${errorApi} is not possible in state ${status[now]}`
    config.onErrorNotify?.({ errorApi, errorCode: 'InvalidState', errorMsg })
  }

  function startCall(state: 'dialing' | 'ringing', caller: string, callee: string): void {
    calls += 1
    call = { connid: `job-${calls}`, caller, callee }
    began = Date.now()
    become(state)
    if (state === 'dialing') config.onCallDialing?.(call)
    else config.onCallComing?.(call)
  }

  function establish(direction: typeof talking): void {
    talking = direction
    become(direction)
    config.onCallEstablish?.(call)
  }

  function release(unanswered: MadeCall['outcome'] = 'no-answer'): void {
    const type = now === 'dialing' || now === 'ringing' ? now : talking
    if (call.callee) record(type === 'dialing' ? unanswered : 'answered')
    become('wrapUp')
    config.onCallRelease?.(call)
    config.onHangUp?.(type)
    if (afterCallRule !== 'manual') wrapUp = setTimeout(ready, afterCallRule * 1000)
  }

  function record(outcome: MadeCall['outcome']): void {
    const { caller, callee } = call
    const seconds = Math.round((Date.now() - began) / 1000)
    config.recordCall?.({ caller, callee, agentId: userId, at: began, seconds, outcome })
  }

  function ready(): void {
    from(['break', 'wrapUp', 'idle'], 'ready', () => {
      become('idle')
      config.onReady?.()
    })
  }

  const onACall: readonly StatusName[] = ['ringing', 'dialing', 'inbound', 'outbound', 'held']
  const workbench = {
    /** Registers, and signs the agent in. */
    register(): void {
      from(['unregistered'], 'register', () => {
        become('registering')
        config.onRegister?.({ instanceId })
        become('idle')
        config.onLogIn?.()
        config.onReady?.()
      })
    },
    /** Signs the agent in again. */
    logIn(): void {
      from(['offline'], 'logIn', () => {
        become('idle')
        config.onLogIn?.()
      })
    },
    /** Signs the agent out. */
    logOut(): void {
      from(['idle', 'break', 'wrapUp'], 'logOut', () => {
        become('offline')
        config.onLogOut?.()
      })
    },
    /** Makes the agent idle, after a call or a break. */
    ready,
    /** Begins a break. */
    applyForBreak(): void {
      from(['idle', 'wrapUp'], 'applyForBreak', () => {
        become('break')
        config.onBreak?.()
      })
    },
    /** An empty caller, or `auto`, leaves the choice to the cloud. */
    call(callee: string, caller = ''): void {
      from(['idle'], 'call', () => startCall('dialing', caller, callee))
    },
    /** Answers a call that came in. */
    answer(): void {
      from(['ringing'], 'answer', () => establish('inbound'))
    },
    /** Ends the call. */
    hangUp(): void {
      from(onACall, 'hangUp', () => release())
    },
    /** Puts the customer on hold. */
    callHold(): void {
      from(['inbound', 'outbound'], 'callHold', () => become('held'))
    },
    /** Takes the customer back. */
    callRetrieve(): void {
      from(['held'], 'callRetrieve', () => become(talking))
    },
    /** The state now, and the one before. */
    getStatusCode(): WorkbenchStatus {
      return { code: status[now], lastCode: status[last] }
    },
    /** The other end of the line, which the SDK does not have: it `calls`, `answers`, `hangsUp` or `isBusy`. */
    customer: {
      calls: (caller: string): void =>
        from(['idle'], 'customer.calls', () => startCall('ringing', caller, '')),
      answers: (): void => from(['dialing'], 'customer.answers', () => establish('outbound')),
      /** While it rings, that is a refusal. */
      hangsUp: (): void => from(onACall, 'customer.hangsUp', () => release('rejected')),
      isBusy: (): void => from(['dialing'], 'customer.isBusy', () => release('busy')),
    },
  }
  // The SDK calls this after it is created, when the caller's variable has been assigned.
  queueMicrotask(() => config.onInit?.())
  return workbench
}
