import { CloudError } from './cloudError.ts'

/** An answer before it is sent: the cloud's envelope, in PascalCase. */
export interface Answer {
  httpStatus: number
  body: Record<string, unknown>
}

const HOST_ID = 'ccc.cn-shanghai.aliyuncs.com'

export function granted(requestId: string, data: unknown): Answer {
  return {
    httpStatus: 200,
    body: {
      Code: 'OK',
      HttpStatusCode: 200,
      Message: 'Success',
      RequestId: requestId,
      Data: data,
    },
  }
}

/** The answer to a request that was refused; any other error is a bug and is thrown again. */
export function refused(requestId: string, error: unknown): Answer {
  if (!(error instanceof CloudError)) throw error
  const { code, httpStatus, message } = error
  return {
    httpStatus,
    body: { Code: code, Message: message, RequestId: requestId, HostId: HOST_ID },
  }
}
