/** A cloud that costs next to nothing, so that it is not what is measured. It checks no signature; the tests do. */
import { createServer } from 'node:http'

const place = { City: '北京', Province: '北京' }
const Data = Array.from({ length: 5 }, (_, index) => ({
  Callee: { Number: '13888888888', ...place },
  Caller: { Number: `0108989898${index}`, ...place },
}))
const answer = JSON.stringify({
  Code: 'OK',
  Message: '',
  RequestId: 'r',
  HttpStatusCode: 200,
  Data,
})

// The sample loses calls when an idle connection is closed, so none is.
const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  request.resume()
  request.on('end', () => {
    const headers = { 'content-type': 'application/json', 'x-acs-request-id': 'r' }
    response.writeHead(200, headers).end(answer)
  })
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) {
    process.stdout.write(`http://127.0.0.1:${address.port}\n`)
  }
})
