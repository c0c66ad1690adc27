import { describe, expect, it, vi } from 'vitest'
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
      expect(dialWithWorkbench(workbench).canDial).toMatch(/^[^\d]+，不能外呼$/)
      const english = dialWithWorkbench(workbench, { locale: 'en-US' })
      expect(english.canDial).toMatch(/^Cannot dial: [a-z ,-]+$/)
    },
  )

  it('can dial in state 3 alone', () => {
    expect(dialWithWorkbench(inState(3)).canDial).toBe(true)
    expect(dialWithWorkbench(inState(99)).canDial).toBe('99，不能外呼')
    const english = dialWithWorkbench(inState(99), { locale: 'en-US' })
    expect(english.canDial).toBe('Cannot dial: 99')
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
    const seen: (true | string)[] = []
    const leave = dialing.subscribe(() => seen.push(dialing.canDial))
    workbench.status.code = 2
    dialing.onStatusChange()
    leave()
    dialing.onStatusChange()
    expect(seen).toEqual(['小休中，不能外呼'])
  })

  it('names what is missing of another version', () => {
    const other: unknown = { call: () => {} }
    expect(() => dialWithWorkbench(other as Workbench)).toThrow(
      'dialWithWorkbench: no getStatusCode() here. Pass a WorkbenchSdk 2.x.',
    )
  })
})
