import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessKey, type MockCloud, startMockCloud } from '../../mocks/cloud/index.ts'
import { type SampleCall, samples } from '../../src/preview/explorer/samples.ts'
import { createProxyHandler } from '../../src/proxy/index.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(root, 'e2e/proxy/code-'))
let cloud: MockCloud
let call: SampleCall

/** A proxy and a cloud, at the addresses that the code is written for. */
const proxy = createServer()

beforeAll(async () => {
  cloud = await startMockCloud({ port: 0 })
  const handler = createProxyHandler({
    instanceId: cloud.instanceId,
    endpoint: cloud.url,
    credentials: async () => ({ accessKeyId: accessKey.id, accessKeySecret: accessKey.secret }),
    authenticate: 'none',
  })
  proxy.on('request', getRequestListener(handler, { overrideGlobalObjects: false }))
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const port = typeof address === 'object' ? address?.port : 0
  call = {
    action: 'PickOutboundNumbers',
    given: {
      InstanceId: cloud.instanceId,
      CalledNumber: '13888888888',
      SkillGroupIdList: `["presales@${cloud.instanceId}"]`,
      Count: 1,
    },
    proxy: `http://127.0.0.1:${port}/aliyun/ccc/api`,
    cloud: cloud.url,
  }
})

afterAll(async () => {
  proxy.close()
  await cloud.close()
  rmSync(folder, { recursive: true })
})

/** Runs a command as somebody who copied the code would, and returns what it prints. */
async function run(command: string, ...parameters: readonly string[]): Promise<string> {
  const child = spawn(command, parameters, {
    cwd: folder,
    env: {
      ...process.env,
      ALIBABA_CLOUD_ACCESS_KEY_ID: accessKey.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKey.secret,
    },
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => printed.push(chunk))
  }
  await once(child, 'close')
  return Buffer.concat(printed).toString()
}

function save(name: string, code: string): string {
  writeFileSync(join(folder, name), code)
  return name
}

it('the command for curl runs as it is shown', async () => {
  const printed = await run('bash', save('call.sh', samples.curl(call)))
  expect(JSON.parse(printed)).toMatchObject({ Code: 'OK', Data: [{ Caller: {} }] })
})

it('the code for TypeScript runs as it is shown, with the official client', async () => {
  // The client is CommonJS, and so is a project that imports it like this.
  save('package.json', '{ "type": "commonjs" }')
  const printed = await run('npx', 'tsx', save('call.ts', samples.TypeScript(call)))
  expect(JSON.parse(printed)).toMatchObject({ Code: 'OK', Data: [{ Caller: {} }] })
})

it.each(['PickOutboundNumbers', 'GetNumberLocation'])(
  'the code for the widget’s own client runs as it is shown: %s',
  async (action) => {
    const given = { InstanceId: cloud.instanceId, Number: '01089898989' }
    const code = samples['client.call'](action === call.action ? call : { ...call, action, given })
    const file = save(`${action}.mts`, code)
    const settings = join(root, 'tsconfig.json')
    expect(await run('npx', 'tsx', '--tsconfig', settings, file)).toContain('北京')
  },
)

/** Its official client comes from PyPI, which the tests cannot count on. */
const hasClient = spawnSync('python3', ['-c', 'import alibabacloud_tea_openapi']).status === 0

it(`the code for Python ${hasClient ? 'runs as it is shown' : 'is Python'}`, async () => {
  const file = save('call.py', samples.Python(call))
  if (hasClient) expect(JSON.parse(await run('python3', file))).toMatchObject({ Code: 'OK' })
  else expect(await run('python3', '-m', 'py_compile', file)).toBe('')
})

it('what was typed as a list of groups and is none stays text as well', () => {
  const given = { ...call.given, SkillGroupIdList: "oops'" }
  expect(samples['client.call']({ ...call, given })).toContain(`skillGroupIds: ['oops\\''],`)
})

it('quotes in what was typed stay text in every language', () => {
  const CalledNumber = `1'2"3\\4`
  const given = { ...call.given, CalledNumber }
  expect(samples['client.call']({ ...call, given })).toContain(`callee: '1\\'2"3\\\\4'`)
  expect(samples.TypeScript({ ...call, given })).toContain(`CalledNumber: '1\\'2"3\\\\4'`)
  expect(samples.curl({ ...call, given })).toContain(`1'\\''2\\"3\\\\4`)
  expect(samples.Python({ ...call, given })).toContain(`'1\\'2"3\\\\4'`)
  expect(samples.Java({ ...call, given })).toContain(`"1'2\\"3\\\\4"`)
})
