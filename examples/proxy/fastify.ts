import { getRequestListener } from '@hono/node-server'
import fastify from 'fastify'
import { handler } from './handler.ts'

export const app = fastify()
const listener = getRequestListener(handler, { overrideGlobalObjects: false })

app.register(async (scope) => {
  // The handler reads the body itself.
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _body, done) => done(null))
  scope.all('/aliyun/ccc/api', (request, reply) => {
    reply.hijack()
    return listener(request.raw, reply.raw)
  })
})
