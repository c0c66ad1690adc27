import { describe, expect, it, vi } from 'vitest'
import { enUS } from '../picker/index.ts'
import { dialWithWorkbench, type Workbench } from './index.ts'

const draft = { callee: '13888888888', caller: '01089898989', skillGroupIds: [], requestId: 'R' }

function inState(code: number) {
  const status = { code, lastCode: 3 }
  const call = vi.fn()
  return { status, call, getStatusCode: () => status }
}

describe('dialing through the Workbench', () => {
  it('calls with the caller that was picked', () => {
    const workbench = inState(3)
    dialWithWorkbench(workbench).onDial(draft)
    expect(workbench.call.mock.calls).toEqual([['13888888888', '01089898989']])
  })

  it.each([-1, 0, 1, 2, 5, 6, 8, 9, 10, 11, 12, 16, 17, 20, 21])(
    'says in both languages why nobody can dial in state %i',
    (code) => {
      const workbench = inState(code)
      expect(dialWithWorkbench(workbench).dialDisabled).toMatch(/^[^\d]+，不能外呼$/)
      const english = dialWithWorkbench(workbench, { locale: 'en-US' })
      expect(english.dialDisabled).toMatch(/^Cannot dial: [a-z -]+$/)
    },
  )

  it('says the same of a state that it does not know', () => {
    expect(dialWithWorkbench(inState(99)).dialDisabled).toBe('未知状态（99），不能外呼')
    expect(dialWithWorkbench(inState(99), { locale: 'en-US' }).dialDisabled).toBe(
      'Cannot dial: unknown state (99)',
    )
  })

  it('can dial in state 3', () => {
    expect(dialWithWorkbench(inState(3)).dialDisabled).toBe(false)
  })

  it('refuses to dial with the reason, without calling', async () => {
    const workbench = inState(6)
    await expect(dialWithWorkbench(workbench).onDial(draft)).rejects.toThrow('来电振铃中，不能外呼')
    expect(workbench.call).not.toHaveBeenCalled()
  })

  it('rejects with what the SDK throws, so that an event can wait for it', async () => {
    const workbench = inState(3)
    workbench.call.mockImplementation(() => {
      throw new Error('The line is dead.')
    })
    await expect(dialWithWorkbench(workbench).onDial(draft)).rejects.toThrow('The line is dead.')
  })

  it('tells its listeners of changes until they leave, and reads the state anew', () => {
    const workbench = inState(3)
    const dialing = dialWithWorkbench(workbench)
    const seen: (false | string)[] = []
    const leave = dialing.subscribe(() => seen.push(dialing.dialDisabled))
    workbench.status.code = 2
    dialing.onStatusChange()
    leave()
    dialing.onStatusChange()
    expect(seen).toEqual(['小休中，不能外呼'])
  })

  it.each([
    ['nothing', undefined, 'no call() in undefined'],
    ['null', null, 'no call() in null'],
    ['another version', { call() {} }, 'no getStatusCode() in [object Object]'],
  ])('is not made from %s', (_what, other: unknown, missing) => {
    expect(() => dialWithWorkbench(other as Workbench)).toThrow(
      new TypeError(`dialWithWorkbench: ${missing}. Pass a WorkbenchSdk 2.x.`),
    )
  })

  it('gives its reasons in no language that it does not have', () => {
    const options: object = { locale: enUS }
    expect(() => dialWithWorkbench(inState(3), options)).toThrow(
      new TypeError('dialWithWorkbench: locale is an object. Use "zh-CN" or "en-US".'),
    )
  })
})
