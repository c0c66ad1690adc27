/** The entry for React projects; other hosts have their own entries. */
export {
  type CalleeReading,
  type Candidate,
  type CccAction,
  type CccActionParameters,
  type CccEnvelope,
  CccError,
  type CccErrorFields,
  type CccErrorKind,
  type CccLocalCode,
  type CccRetry,
  formatNumber,
  maskNumber,
  type NumberKind,
  type PickRequest,
  type PickResult,
  type Place,
  type PlacedNumber,
  type PlaceMatch,
  pickOutboundNumbers,
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
