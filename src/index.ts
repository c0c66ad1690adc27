/** What a React project embeds; other hosts have entries of their own. */
export {
  CccError,
  type CccErrorKind,
  formatNumber,
  readCallee,
  type SkillGroup,
} from './ccc/index.ts'
export { createProxyClient, type ProxyClient, type ProxyClientOptions } from './client/index.ts'
export * from './picker/index.ts'
