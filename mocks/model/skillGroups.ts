/** A skill group of the instance, and how skilled its agent is in it. */
export interface SkillGroup {
  /** The part of the id before the instance: `presales` in `presales@ccc-test`. */
  key: string
  name: string
  /** `AUDIO`, empty in old groups from before there were other media, or a medium without voice. */
  mediaType: 'AUDIO' | 'CHAT' | ''
  /** How skilled the agent is, 1 to 10. */
  skillLevel: number
}

export const skillGroups: readonly SkillGroup[] = [
  { key: 'presales', name: '售前咨询', mediaType: 'AUDIO', skillLevel: 10 },
  { key: 'aftersales', name: '售后服务', mediaType: 'AUDIO', skillLevel: 8 },
  { key: 'chat', name: '在线客服', mediaType: 'CHAT', skillLevel: 5 },
  { key: 'members', name: '会员回访', mediaType: '', skillLevel: 6 },
  { key: 'accounts', name: '大客户', mediaType: 'AUDIO', skillLevel: 3 },
]

/** The group of the API page's sample: it exists and has every number, but no agent is in it. */
export const SAMPLE_GROUP = 'test'

/** The agents of the instance, members of every group but the sample's: the one at the desk, and another. */
export const AGENT = 'agent'
export const COLLEAGUE = 'colleague'
