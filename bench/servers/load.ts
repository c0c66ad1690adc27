import { Agent, request } from 'node:http'

/** Sends one request and checks its answer. */
export type Call = (turn: number) => Promise<void>

/** A client that costs little, so that the server is measured and not the client. */
export function createClient(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const post = (url: string, headers: Record<string, string>, body: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const length = String(Buffer.byteLength(body))
      const options = { agent, method: 'POST', headers: { ...headers, 'content-length': length } }
      const sent = request(url, options, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece) => {
          text += piece
        })
        answer.on('end', () => resolve(text))
      })
      sent.on('error', (error) => {
        // A kept connection may be closed while it is idle, just as a request leaves.
        if (sent.reusedSocket) post(url, headers, body).then(resolve, reject)
        else reject(error)
      })
      sent.end(body)
    })
  return { post, close: () => agent.destroy() }
}

/** Calls so many at a time, so often, and tells how many that were in a second. */
export async function perSecond(atOnce: number, times: number, call: Call): Promise<number> {
  let next = 0
  const worker = async () => {
    for (let turn = next++; turn < times; turn = next++) await call(turn)
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  return times / ((performance.now() - start) / 1000)
}

/** Milliseconds of each call, of several ways in turn, one call at a time. */
export async function latencies(times: number, ways: readonly Call[]): Promise<number[][]> {
  const measured = ways.map((): number[] => [])
  for (let turn = 0; turn < times; turn++) {
    for (const [way, call] of ways.entries()) {
      const start = performance.now()
      await call(turn)
      measured[way]?.push(performance.now() - start)
    }
  }
  return measured
}
