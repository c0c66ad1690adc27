import { describe, expect, it } from 'vitest'
import { readRemembered } from './readRemembered.ts'

const NOW = Date.parse('2026-11-23T00:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const lastCaller = { customer: 'c', caller: '01089898989', at: NOW }
const full = {
  salt: 's',
  enabled: false,
  lastCallers: [lastCaller],
  skillGroupIds: ['a'],
  pins: ['1'],
}
const fresh = { salt: 'new', enabled: true, lastCallers: [], skillGroupIds: null, pins: [] }

const read = (text: string | null) => readRemembered(text, 'new', NOW)

describe('what storage holds', () => {
  it('is taken as it was put there', () => {
    expect(read(JSON.stringify(full))).toEqual(full)
  })

  it.each([null, '', '{"salt":7,', 'null', '7', '"x"', '[]', '{}'])(
    'is nothing where the whole is something else: %j',
    (text) => {
      expect(read(text)).toEqual(fresh)
    },
  )

  it.each([
    ['enabled', 'yes', { enabled: true }],
    ['lastCallers', {}, { lastCallers: [] }],
    ['skillGroupIds', 'a', { skillGroupIds: null }],
    // Some of the chosen groups would be another choice.
    ['skillGroupIds', ['a', 7], { skillGroupIds: null }],
    ['pins', '1', { pins: [] }],
    ['salt', 7, { salt: 'new', lastCallers: [] }],
    ['salt', '', { salt: 'new', lastCallers: [] }],
  ])('loses no other field if %s is damaged: %j', (field, damaged, left) => {
    expect(read(JSON.stringify({ ...full, [field]: damaged }))).toEqual({ ...full, ...left })
  })

  it('loses no other customer and no other pin if one is damaged', () => {
    const lastCallers = [
      null,
      { ...lastCaller, customer: 7 },
      { ...lastCaller, caller: null },
      { ...lastCaller, at: `${NOW}` },
      lastCaller,
    ]
    expect(read(JSON.stringify({ ...full, lastCallers, pins: [null, '1', 7] }))).toEqual(full)
  })

  it('has no customers of ninety days ago, and none from the future', () => {
    const at = (time: number) => ({ ...lastCaller, at: time })
    const recent = [at(NOW), at(NOW - 90 * DAY + 1)]
    const lastCallers = [...recent, at(NOW - 90 * DAY), at(NOW + 1)]
    expect(read(JSON.stringify({ ...full, lastCallers })).lastCallers).toEqual(recent)
  })
})
