export type { Answer } from './answer.ts'
export type { BreakerOptions, BreakerState } from './breaker.ts'
export { cloudTimeout } from './cloud.ts'
export {
  type AccessKey,
  accessKeyProblems,
  type Credentials,
  type CredentialsProvider,
  checkCredentials,
  credentialChain,
} from './credentials.ts'
export { createKeyFetch, createPost, type OutboundProxies, postWith } from './post.ts'
export { signedHeaders } from './sign.ts'
export { createUpstream, type Errand, type Send, type UpstreamOptions } from './upstream.ts'
