/**
 * What a company writes itself in an hour: a server that checks a token and asks with the official client. It has no
 * limits, no logs, no retries and no rights.
 */
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { RuntimeOptions } from '@darabonba/typescript'
import { jwtVerify } from 'jose'

/** Imported as a module, its default export is not the class that its types promise. */
const { default: Client, $OpenApiUtil }: typeof import('@alicloud/openapi-core') = createRequire(
  import.meta.url,
)('@alicloud/openapi-core')

const { CLOUD = '', SECRET = '' } = process.env
const { host } = new URL(CLOUD)
const keys = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
const client = new Client(
  new $OpenApiUtil.Config({ ...keys, endpoint: host, protocol: 'HTTP', regionId: 'cn-shanghai' }),
)
const secret = Buffer.from(SECRET)
const expected = { issuer: 'bench', audience: 'picker' }
const runtime = new RuntimeOptions({})

const server = createServer(async (request, response) => {
  try {
    const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
    await jwtVerify(token, secret, expected)
    const action = new URL(request.url ?? '/', CLOUD).searchParams.get('action') ?? ''
    let form = ''
    for await (const piece of request) form += piece
    const sent = JSON.parse(new URLSearchParams(form).get('request') ?? '{}')
    const raised = Object.entries(sent).map(([name, value]) => [
      name[0]?.toUpperCase() + name.slice(1),
      value,
    ])
    const body = { InstanceId: 'ccc-test', ...Object.fromEntries(raised) }
    const answer = await client.callApi(
      new $OpenApiUtil.Params({
        action,
        version: '2020-07-01',
        protocol: 'HTTP',
        pathname: '/',
        method: 'POST',
        authType: 'AK',
        style: 'RPC',
        reqBodyType: 'formData',
        bodyType: 'json',
      }),
      new $OpenApiUtil.OpenApiRequest({ body }),
      runtime,
    )
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) {
    process.stdout.write(`http://127.0.0.1:${address.port}\n`)
  }
})
