/**
 * The picker for React projects, the call to the proxy and the numbers behind it; other hosts have entries of their own. Its
 * style sheet is `outbound-number-picker/style.css`.
 */
export {
  type CalleeReading,
  type CallOutcome,
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
  type PastCall,
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
  version,
} from './client/index.ts'
export * from './picker/index.ts'
