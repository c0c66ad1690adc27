import type { Messages } from './messages.ts'

const kinds = { mobile: '手机号', landline: '固话号码', hotline: '400/800 号码', short: '短号' }

export const zhCN: Messages = {
  locale: 'zh-CN',
  callee: '被叫号码',
  calleePlaceholder: '粘贴或输入客户号码',
  clear: '清空',
  skillGroups: '技能组',
  skillGroupIds: '技能组 ID',
  skillGroupIdsPlaceholder: '例如 presales@ccc-test，可填多个',
  loadingSkillGroups: '正在加载技能组…',
  noSkillGroups: '您还没有加入可外呼的语音技能组，请联系管理员。',
  chooseSkillGroup: '至少需要一个技能组。',
  callers: '主叫号码',
  dial: '拨打',
  retry: '重试',
  matches: { unknown: '', 'same-city': '同城', 'same-province': '同省', other: '异地' },
  invitation: '号码输完后，自动列出可用的主叫号码',
  choose: '选号',
  incomplete: ({ kind, missing }) =>
    kind ? `${kinds[kind]}还差 ${missing} 位` : '号码未输完，固话请带区号',
  invalid: (reading) => {
    switch (reading.reason) {
      case 'characters':
        return `“${reading.found}”不是号码，请只输入数字。`
      case 'too-long':
        return '号码太长，请检查是否多输或粘贴了多个号码。'
      case 'foreign':
        return '仅支持中国大陆号码（+86）。'
      case 'prefix':
        return '没有以此开头的号码，请检查区号。'
    }
  },
  extension: (extension) => `分机 ${extension} 不会自动拨出，请接通后再拨`,
  asking: '正在选号…',
  found: (count) => `找到 ${count} 个号码`,
  nothingFound: '没有找到可用的主叫号码',
  nothingFoundAdvice: '请换一个技能组试试，或联系管理员为技能组绑定号码。',
  dropped: (count) => `另有 ${count} 条结果无法识别，已略去`,
  more: '更多号码',
  allNumbers: '全部号码',
  backToPick: '返回推荐',
  filter: '按号码或地区筛选',
  pin: '固定此号码',
  pinned: '已固定',
  lastUsed: '上次使用',
  remember: '记住客户上次看到的号码',
  checking: '正在检查…',
  dialing: (callee) => `正在拨打 ${callee}`,
  dialFailed: '拨打失败',
  refused: '不能拨打',
  unchecked: '检查超时\n没有拨打，请重试。',
  dialAnyway: '仍要拨打',
  cancel: '取消',
  cannotDial: '当前状态不能拨打',
  problems: {
    connection: '连接不上服务\n请检查网络后重试。',
    timeout: '等待超时\n请稍后重试。',
    session: '登录已过期\n请重新登录后重试。',
    gateway: '网关暂时不可用\n请稍后重试。',
    endpoint: '找不到号码服务\n请联系管理员。',
    instance: '呼叫中心实例不存在\n请联系管理员。',
    agent: '坐席账号不存在\n请联系管理员。',
    request: '请求未被接受\n请检查号码和技能组；仍不行请联系管理员。',
    credentials: '服务的访问凭证无效\n与您的账号无关，请联系管理员。',
    forbidden: '没有权限\n请联系管理员开通外呼选号权限。',
    throttled: '操作太频繁\n请稍等几秒后重试。',
    unavailable: '云呼叫中心暂时不可用\n请稍后重试。',
    answer: '收到无法识别的结果\n请重试；仍不行请把以下信息发给管理员。',
    refused: '云呼叫中心拒绝了请求\n请把以下信息发给管理员。',
  },
  requestId: '请求 ID',
  copy: '复制',
  copied: '已复制',
}
