/** The entry for React projects; other hosts have their own entries. */
export {
  type CalleeReading,
  CccError,
  type CccErrorKind,
  formatNumber,
  type Match,
  maskNumber,
  type Place,
  type PlacedNumber,
  placeText,
  readCallee,
  type SkillGroup,
} from './ccc/index.ts'
export {
  createProxyClient,
  type ProxyClient,
  type ProxyClientOptions,
  type ProxyRequest,
  type ProxyResponse,
} from './client/index.ts'
export * from './picker/index.ts'
