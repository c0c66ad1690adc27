import { createProxyHandler, credentialChain } from 'outbound-number-picker/proxy'
import { findSession } from './sessions.ts'

/**
 * The proxy inside the company's own server, for agents who have already signed in there. The
 * other files here mount it; it answers to `/aliyun/ccc/api`, or to another `path`.
 */
export const handler = createProxyHandler({
  instanceId: process.env.CCC_INSTANCE_ID ?? '',
  endpoint: process.env.CCC_ENDPOINT ?? 'https://ccc.cn-shanghai.aliyuncs.com',
  credentials: credentialChain(),
  authenticate: async (request) => {
    const session = await findSession(request.headers.get('cookie'))
    return session && { userId: session.cccUserId }
  },
})
