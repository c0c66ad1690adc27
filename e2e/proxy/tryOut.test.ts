import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { type MockCloudOptions, startMockCloud } from '../../mocks/cloud/index.ts'
import { runProxy, type Trial } from '../../src/proxy/index.ts'

const pick: Trial = { callee: '138 0013 8000', groups: ['presales@ccc-test'] }

/** What the program prints when it tries a simulated cloud. */
async function tryOut(
  trial: Trial,
  env: Record<string, string> = {},
  options: MockCloudOptions = {},
): Promise<string> {
  const cloud = await startMockCloud({ port: 0, ...options })
  onTestFinished(() => cloud.close())
  let said = ''
  const stream = { write: (text: string) => (said += text) }
  const environment = {
    CCC_INSTANCE_ID: 'ccc-test',
    CCC_ENDPOINT: cloud.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
    PROXY_AUTH: 'none',
    ...env,
  }
  await runProxy(environment, { stdout: stream, stderr: stream }, { trial })
  return said
}

afterEach(() => {
  process.exitCode = undefined
})

describe('--try', () => {
  it('prints the candidates as a table', async () => {
    const said = await tryOut(pick)
    expect(said).toMatch(/^The cloud answered \(request \S+\)\. Caller numbers for .+:\n/)
    const rows = said.trim().split('\n').slice(1)
    expect(rows).toHaveLength(5)
    for (const row of rows)
      expect(row).toMatch(/^ {2}[\d ]+ {2}\S.* {2}(?:same-city|same-province|other)$/)
    expect(process.exitCode).toBeUndefined()
  })

  it('picks from the groups of an agent, with the agent’s rights', async () => {
    expect(await tryOut({ callee: '13800138000', groups: [], agent: 'agent@ccc-test' })).toMatch(
      /^The cloud answered/,
    )
    const others = { ...pick, groups: ['vip@ccc-other'], agent: 'agent@ccc-test' }
    expect(await tryOut(others)).toMatch(/^Forbidden\.SkillGroup /)
    expect(process.exitCode).toBe(1)
  })

  it.each<[string, Record<string, string>, MockCloudOptions, RegExp]>([
    [
      'a wrong clock',
      {},
      { now: () => Date.now() - 3_600_000 },
      /^InvalidTimeStamp\.Expired .*\nThe clock of this machine is wrong; it says \d{4}-/,
    ],
    [
      'an unknown key',
      { ALIBABA_CLOUD_ACCESS_KEY_ID: 'other' },
      {},
      /^InvalidAccessKeyId\.NotFound .*\nThe cloud knows no such access key/,
    ],
    [
      'a wrong secret',
      { ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'other' },
      {},
      /^SignatureDoesNotMatch [\s\S]*\nThe secret does not belong to the access key/,
    ],
    [
      'an unknown instance',
      { CCC_INSTANCE_ID: 'ccc-none' },
      {},
      /^NotExists\.InstanceId .*\nThere is no instance ccc-none in the region cn-shanghai/,
    ],
    [
      'no way out',
      { CCC_ENDPOINT: 'http://127.0.0.1:1' },
      {},
      /^CloudUnreachable.*\nThere is no way out to 127\.0\.0\.1 \(ECONNREFUSED\)/,
    ],
    [
      'an action that is not let through',
      { PROXY_ACTIONS: 'GetNumberLocation' },
      {},
      /^Forbidden\.Action.*PROXY_ACTIONS/,
    ],
  ])('tells %s apart, and what to do', async (_, env, options, outcome) => {
    expect(await tryOut(pick, env, options)).toMatch(outcome)
    expect(process.exitCode).toBe(1)
  })

  it.each([
    [{ ...pick, callee: '138' }, /no complete number/],
    [{ ...pick, groups: [] }, /name some, as in --groups/],
  ])('asks for what is missing', async (trial, outcome) => {
    expect(await tryOut(trial)).toMatch(outcome)
  })
})
