import type { Locale } from '../../picker/index.ts'

/** The words of the explorer. Names of the API stay as they are. */
interface Words {
  request: string
  action: string
  reference: string
  optional: string
  run: string
  running: string
  invitation: string
  views: Record<'understood' | 'answer' | 'xml' | 'sent' | 'signed', string>
  code: string
  copy: string
  copied: string
  status: string
  time: (milliseconds: number) => string
  requestId: string
  notSent: string
  unreachable: string
  tries: (count: number) => string
  canonical: string
  stringToSign: string
  place: string
  dropped: (count: number) => string
  none: string
  onlyPicks: string
  faults: string
  faultsHint: string
  from: Record<'cloud' | 'proxy', string>
  agentReads: string
  show: string
  notWhole: (name: string, value: string) => string
  missing: (name: string) => string
}

export const explorerWords: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    request: '请求',
    action: '接口',
    reference: 'API 文档',
    optional: '选填',
    run: '发起调用',
    running: '调用中…',
    invitation:
      '填好参数，点“发起调用”：这里会显示返回结果、代理签名后的请求，以及号码面板如何解读返回结果。',
    views: {
      understood: '面板解读',
      answer: '返回 JSON',
      xml: '返回（转成 XML）',
      sent: '浏览器请求',
      signed: '签名请求',
    },
    code: '示例代码',
    copy: '复制',
    copied: '已复制',
    status: 'HTTP 状态',
    time: (milliseconds) => `${milliseconds} 毫秒`,
    requestId: '请求 ID',
    notSent: '代理直接拒绝了这次调用，没有发往云端。',
    unreachable: '连接不上代理，无法得知它发出了什么。',
    tries: (count) => `代理重试后共发送 ${count} 次，这是最后一次。`,
    canonical: '规范化请求',
    stringToSign: '待签名字符串',
    place: '被叫归属地',
    dropped: (count) => `${count} 条结果无法识别，已略去`,
    none: '没有主叫号码',
    onlyPicks: '这里只解读 PickOutboundNumbers 的返回结果。',
    faults: '错误码',
    faultsHint: '点“演示”，即可看到该错误码的实际返回。',
    from: { cloud: '云端', proxy: '代理' },
    agentReads: '坐席看到的提示',
    show: '演示',
    notWhole: (name, value) => `${name} 应为整数，现在是“${value}”。`,
    missing: (name) => `请填写 ${name}。`,
  },
  'en-US': {
    request: 'Request',
    action: 'Action',
    reference: 'API reference',
    optional: 'optional',
    run: 'Send',
    running: 'Sending…',
    invitation:
      'Fill in the parameters and send them: the answer, the request as the proxy signed it, and how the picker understands it appear here.',
    views: {
      understood: 'As the picker reads it',
      answer: 'Answer, JSON',
      xml: 'Answer, as XML',
      sent: 'Browser’s request',
      signed: 'Signed request',
    },
    code: 'Code',
    copy: 'Copy',
    copied: 'Copied',
    status: 'HTTP status',
    time: (milliseconds) => `${milliseconds} ms`,
    requestId: 'Request ID',
    notSent: 'The proxy refused the call itself; nothing was sent to the cloud.',
    unreachable: 'The proxy could not be reached; what it sent, if anything, is unknown.',
    tries: (count) => `The proxy sent it ${count} times; this is the last one.`,
    canonical: 'Canonical request',
    stringToSign: 'String to sign',
    place: 'Callee’s place',
    dropped: (count) =>
      count === 1 ? '1 entry could not be read' : `${count} entries could not be read`,
    none: 'No caller number',
    onlyPicks: 'Only answers to PickOutboundNumbers are read here.',
    faults: 'Error codes',
    faultsHint: 'Each of them can be seen here.',
    from: { cloud: 'Cloud', proxy: 'Proxy' },
    agentReads: 'The agent reads',
    show: 'Show me',
    notWhole: (name, value) => `${name} is “${value}”; enter a whole number.`,
    missing: (name) => `Enter ${name}.`,
  },
}
