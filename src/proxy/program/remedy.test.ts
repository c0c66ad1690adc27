import { describe, expect, it } from 'vitest'
import { CccError } from '../../ccc/index.ts'
import { remedyFor } from './remedy.ts'

const where = {
  instanceId: 'ccc-test',
  regionId: 'cn-nowhere',
  endpoint: 'https://ccc.cn-nowhere.aliyuncs.com',
}

const unresolved = () =>
  new CccError({
    code: 'CloudUnreachable',
    message: 'The connection to the cloud at ccc.cn-nowhere.aliyuncs.com failed (ENOTFOUND).',
    httpStatus: 502,
  })

describe('remedyFor', () => {
  it('takes a name that alone is unknown for a wrong region', async () => {
    const resolves = async (host: string) => host === 'ccc.cn-shanghai.aliyuncs.com'
    expect(await remedyFor(unresolved(), where, resolves)).toMatch(
      /There is no ccc\.cn-nowhere\.aliyuncs\.com: the region cn-nowhere is probably wrong/,
    )
  })

  it('takes it for no way out if no name is known', async () => {
    expect(await remedyFor(unresolved(), where, async () => false)).toMatch(/check DNS/)
  })

  it.each([
    ['Forbidden.RAM', 403, /add ccc:PickOutboundNumbers/],
    ['NoPermission', 403, /add ccc:PickOutboundNumbers/],
    ['InvalidAccessKeyId.Inactive', 400, /is disabled/],
    ['CloudTimeout', 504, /allow it in the firewall/],
    ['Throttling.User', 400, /try again later/],
    ['NotExists.UserId', 404, /check --agent/],
  ])('has one for %s', async (code, httpStatus, remedy) => {
    const error = new CccError({ code, message: '', httpStatus })
    expect(await remedyFor(error, where)).toMatch(remedy)
  })
})
