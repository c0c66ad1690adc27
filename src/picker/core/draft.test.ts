import { describe, expect, it } from 'vitest'
import { type DialDraft, sameDraft } from './draft.ts'

const draft: DialDraft = { callee: '1', caller: '2', skillGroupIds: ['a', 'b'], requestId: 'r' }

describe('two drafts', () => {
  it('are the same call if they say the same', () => {
    expect(sameDraft(draft, { ...draft, skillGroupIds: ['a', 'b'] })).toBe(true)
  })

  it.each<Partial<DialDraft>>([
    { callee: '9' },
    { caller: '9' },
    { requestId: '9' },
    { skillGroupIds: ['a'] },
    { skillGroupIds: ['a', 'b', 'c'] },
    { skillGroupIds: ['b', 'a'] },
  ])('are not if one has %o', (part) => {
    expect(sameDraft(draft, { ...draft, ...part })).toBe(false)
    expect(sameDraft({ ...draft, ...part }, draft)).toBe(false)
  })

  it('may both be missing, but not one of them', () => {
    expect(sameDraft(null, null)).toBe(true)
    expect(sameDraft(draft, null)).toBe(false)
    expect(sameDraft(null, draft)).toBe(false)
  })
})
