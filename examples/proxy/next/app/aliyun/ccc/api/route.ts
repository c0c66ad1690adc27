import { createProxyHandler, credentialChain } from 'outbound-number-picker/proxy'
import { findSession } from './sessions'

/** Signing needs Node. */
export const runtime = 'nodejs'

let handler: ReturnType<typeof createProxyHandler> | undefined

/** Made with the first call: `next build` loads this file too, and need not know the instance. */
function answer(request: Request): Promise<Response> {
  handler ??= createProxyHandler({
    instanceId: process.env.CCC_INSTANCE_ID ?? '',
    endpoint: process.env.CCC_ENDPOINT ?? 'https://ccc.cn-shanghai.aliyuncs.com',
    credentials: credentialChain(),
    authenticate: async ({ headers }) => {
      const session = await findSession(headers.get('cookie'))
      return session && { userId: session.cccUserId }
    },
  })
  return handler(request)
}

export { answer as GET, answer as OPTIONS, answer as POST }
