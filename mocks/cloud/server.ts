import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { type Delivery, deliveryOf } from '../delivery.ts'
import { CloudError, createInstance, type MadeCall } from '../model/index.ts'
import { answerFormatOf, respondXml, writeAnswer } from './answerFormat.ts'
import { type CloudRequest, parametersOf, readCloudRequest } from './cloudRequest.ts'
import { createGatekeeper, type MockCloudSecret } from './gatekeeper.ts'
import { readV1 } from './signatureV1.ts'
import { readV3 } from './signatureV3.ts'
import type { SignedCall } from './signedCall.ts'

/** Where the cloud listens, and what it accepts. */
export interface MockCloudOptions {
  /** The port to listen on; 0 for any free one. Default 8788. */
  port?: number | undefined
  /** The address to listen on. Default `127.0.0.1`. */
  hostname?: string | undefined
  /** The one instance that exists. Default `ccc-test`. */
  instanceId?: string | undefined
  /** Secrets by access key id. Default: `accessKey`. */
  accessKeys?: Readonly<Record<string, MockCloudSecret>> | undefined
  /** The clock of signatures and call records, in milliseconds since 1970. Default: this machine's. */
  now?: (() => number) | undefined
  /** Milliseconds before each answer, as if the cloud were far away. Default 0. */
  latency?: number | undefined
  /** Waits before a slow answer; a test may skip that. Default: really waits. */
  wait?: ((milliseconds: number) => Promise<void>) | undefined
}

/** A call that reached the cloud and passed its gate. */
export interface MockCloudRequest {
  /** Such as `PickOutboundNumbers`. */
  action: string
  /** How it was signed. */
  signature: 'V3' | 'V1'
  /** The action's own parameters, without those of the signature. */
  parameters: Readonly<Record<string, string>>
}

/** A simulated cloud that listens. */
export interface MockCloud {
  /** Where, such as `http://127.0.0.1:8788`: the `endpoint` of the proxy. */
  url: string
  /** The one instance that exists. */
  instanceId: string
  /** The agent at the desk. */
  userId: string
  /** Another agent of the same groups. */
  colleagueId: string
  /** The calls so far, in their order. */
  requests: readonly MockCloudRequest[]
  /** A call is over: from now on there is a record of it. */
  record(call: MadeCall): void
  /** Stops at once: calls that still wait for an answer lose their connection. */
  close(): Promise<void>
}

type Env = { Bindings: HttpBindings }

/** The access key, `id` and `secret`, that is accepted unless others are given. */
export const accessKey = { id: 'testid', secret: 'testsecret' }

/**
 * Starts a server that speaks the cloud's own API: it checks signatures, answers from the model, and plays
 * those scenarios that the cloud can cause.
 *
 * @example
 * const cloud = await startMockCloud({ port: 0 })
 * // … let the proxy under test call cloud.url, signed with accessKey.id and accessKey.secret
 * await cloud.close()
 */
export async function startMockCloud({
  port = 8788,
  hostname = '127.0.0.1',
  instanceId,
  accessKeys = { [accessKey.id]: accessKey.secret },
  now = Date.now,
  latency = 0,
  wait = delay,
}: MockCloudOptions = {}): Promise<MockCloud> {
  const instance = createInstance({ instanceId, now })
  const requests: MockCloudRequest[] = []
  const admit = createGatekeeper(accessKeys, now)
  const app = new Hono<Env>()

  app.all('*', async (context) => {
    const request = await readCloudRequest(context.req.raw)
    const format = answerFormatOf(request)
    let call: SignedCall
    try {
      call = readSignedCall(request)
      admit(call)
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      return writeAnswer(instance.refuse(error), '', format)
    }

    const { action, signature } = call
    const parameters = actionParameters(request)
    requests.push({ action, signature, parameters })
    if (latency > 0) await wait(latency)
    const delivery = deliveryOf('cloud', action, parameters)
    if (delivery?.way === 'late') await wait(delivery.milliseconds)
    const oddly = delivery && (await deliverOddly(delivery, context))
    return oddly ?? writeAnswer(instance.answer(action, parameters), action, format)
  })

  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const address = await listen(server, port, hostname)
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    instanceId: instance.id,
    userId: instance.userId,
    colleagueId: instance.colleagueId,
    requests,
    record: instance.record,
    close: () => close(server),
  }
}

function readSignedCall(request: CloudRequest): SignedCall {
  return request.headers.has('authorization') ? readV3(request) : readV1(request)
}

const signatureParameters = new Set([
  'AccessKeyId',
  'Action',
  'Format',
  'SecurityToken',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureType',
  'SignatureVersion',
  'Timestamp',
  'Version',
])

function actionParameters(request: CloudRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parametersOf(request)).filter(([name]) => !signatureParameters.has(name)),
  )
}

/** Plays the deliveries that replace the model's answer; undefined for the others. */
async function deliverOddly(
  delivery: Delivery,
  context: Context<Env>,
): Promise<Response | undefined> {
  switch (delivery.way) {
    case 'never':
      await clientGone(context.req.raw.signal)
      return nobodyListens()
    case 'lost':
      context.env.incoming.socket.destroy()
      return nobodyListens()
    case 'page':
      return new Response(delivery.html, {
        status: delivery.httpStatus,
        headers: { 'content-type': 'text/html;charset=utf-8' },
      })
    case 'xml':
      return respondXml(delivery.xml)
    default:
      return undefined
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function nobodyListens(): Response {
  return new Response(null)
}

function clientGone(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

function listen(server: Server, port: number, hostname: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname, () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(address)
      else reject(new Error(`The mock cloud listens on "${address}", which is no port.`))
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
