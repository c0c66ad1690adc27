/** The cloud's refusals; `%s` is replaced by what was wrong. */
const refusals = {
  'NotExists.InstanceId': [404, 'The specified instance %s does not exist.'],
  'NotExists.UserId': [404, 'The specified user %s does not exist.'],
  'Parameter.Blank': [400, 'The parameter %s cannot be blank.'],
  'Parameter.Null': [400, 'The parameter %s cannot be null.'],
  'Parameter.Empty': [400, 'The parameter %s cannot be empty.'],
  'Parameter.Minimum': [400, 'The parameter %s.'],
  'Parameter.Maximum': [400, 'The parameter %s.'],
  'Parameter.Illegal': [400, 'The parameter %s, which is not one of those allowed.'],
  'InvalidAccessKeyId.NotFound': [404, 'Specified access key is not found.'],
  'InvalidAccessKeyId.Inactive': [400, 'Specified access key is disabled.'],
  SignatureDoesNotMatch: [
    400,
    'Specified signature is not matched with our calculation. server string to sign is:%s',
  ],
  SignatureNonceUsed: [400, 'Specified signature nonce was used already.'],
  IncompleteSignature: [400, 'The request signature does not conform to Aliyun standards: %s.'],
  'InvalidTimeStamp.Expired': [400, 'Specified time stamp or date value is expired.'],
  InvalidVersion: [400, 'Specified parameter Version is not valid.'],
  'InvalidApi.NotFound': [404, 'Specified api is not found, please check your url and method.'],
  'Forbidden.RAM': [
    403,
    "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
  ],
  Throttling: [400, 'Request was denied due to request throttling.'],
  'Throttling.User': [400, 'Request was denied due to user flow control.'],
  'Throttling.Api': [400, 'Request was denied due to api flow control.'],
  InternalError: [500, 'The request processing has failed due to some unknown error.'],
  ServiceUnavailable: [503, 'The request has failed due to a temporary failure of the server.'],
} as const satisfies Record<string, readonly [httpStatus: number, message: string]>

export type CloudErrorCode = keyof typeof refusals

/** A refusal of the cloud, thrown wherever a request turns out wrong. */
export class CloudError extends Error {
  override readonly name = 'CloudError'
  readonly code: CloudErrorCode
  readonly httpStatus: number

  /** @param about takes the place of `%s` in the message of this code */
  constructor(code: CloudErrorCode, about = '') {
    const [httpStatus, message] = refusals[code]
    // A function, because `$&` and the like in a replacement string would be expanded.
    super(message.replace('%s', () => about))
    this.code = code
    this.httpStatus = httpStatus
  }
}
