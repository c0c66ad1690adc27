/** The least that a proxy can be: hands requests on as they come, over connections that it keeps. */
import { Agent, createServer, request } from 'node:http'

const cloud = new URL(process.env.CLOUD ?? '')
const agent = new Agent({ keepAlive: true })

const server = createServer((incoming, outgoing) => {
  const headers = { ...incoming.headers, host: cloud.host }
  const options = { agent, method: incoming.method ?? 'POST', headers }
  const sent = request(cloud, options, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  sent.on('error', () => outgoing.destroy())
  incoming.pipe(sent)
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) {
    process.stdout.write(`http://127.0.0.1:${address.port}\n`)
  }
})
