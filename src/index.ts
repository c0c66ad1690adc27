/** The entry for React projects; other hosts have their own entries. */
export {
  type Action,
  type ActionParameters,
  type CalleeReading,
  CccError,
  type CccErrorKind,
  type Envelope,
  formatNumber,
  type Match,
  maskNumber,
  type Place,
  type PlacedNumber,
  pickOutboundNumbers,
  placeText,
  type Retry,
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
