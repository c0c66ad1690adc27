/** What a React project embeds; other hosts have entries of their own. */
export {
  CccError,
  type CccErrorKind,
  formatNumber,
  readCallee,
  type SkillGroup,
} from './ccc/index.ts'
export { createProxyClient, type ProxyClient, type ProxyClientOptions } from './client/index.ts'
export {
  type DialDraft,
  type Locale,
  OutboundNumberPicker,
  type OutboundNumberPickerProps,
} from './picker/index.ts'
