import { type ProxyStyle, proxyStyles } from '../../mocks/index.ts'
import type { Locale } from '../picker/index.ts'

/** What the preview shows; all of it is in the address, so that a link shows the same. */
export interface Settings {
  /** `live` calls the proxy that serves this page, `mock` answers inside the browser. */
  source: 'live' | 'mock'
  /** The form in which the mocked proxy passes on the cloud's answer. */
  style: ProxyStyle
  /** Where the skill groups come from: loaded for the agent, given by the host, typed as ids. */
  groups: 'agent' | 'host' | 'ids'
  locale: Locale
  theme: 'auto' | 'light' | 'dark'
  width: '280' | '320' | '480'
  /** The picker as it is, or its hook with the host's own looks. */
  looks: 'picker' | 'headless'
  density: 'comfortable' | 'compact'
  /** Who keeps the callee: the picker, or the desktop around it. */
  keeps: 'picker' | 'desktop'
  mask: 'off' | 'on'
  /** What the host's guard decides about every call. */
  guard: 'none' | 'hours' | 'frequency' | 'warn' | 'refuse' | 'hang'
  /** What the agent is doing. */
  agent: 'idle' | 'ringing' | 'break'
  /** Whether the picker dials through a Workbench, whose states are then the agent's. */
  workbench: 'off' | 'on'
  notes: 'off' | 'on'
  memory: 'on' | 'off'
}

export const choices = {
  source: ['live', 'mock'],
  style: proxyStyles,
  groups: ['agent', 'host', 'ids'],
  locale: ['zh-CN', 'en-US'],
  theme: ['auto', 'light', 'dark'],
  width: ['280', '320', '480'],
  looks: ['picker', 'headless'],
  density: ['comfortable', 'compact'],
  keeps: ['picker', 'desktop'],
  mask: ['off', 'on'],
  guard: ['none', 'hours', 'frequency', 'warn', 'refuse', 'hang'],
  agent: ['idle', 'ringing', 'break'],
  workbench: ['off', 'on'],
  notes: ['off', 'on'],
  memory: ['on', 'off'],
} as const satisfies { [Name in keyof Settings]: readonly Settings[Name][] }

/** Reads the settings from an address; missing and wrong ones get their default. */
export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search)
  const one = <Choice extends string>(name: string, allowed: readonly Choice[], usual: Choice) =>
    allowed.find((choice) => choice === query.get(name)) ?? usual
  return {
    source: one('source', choices.source, 'live'),
    style: one('style', choices.style, 'cloud'),
    groups: one('groups', choices.groups, 'agent'),
    locale: one('locale', choices.locale, 'zh-CN'),
    theme: one('theme', choices.theme, 'auto'),
    width: one('width', choices.width, '320'),
    looks: one('looks', choices.looks, 'picker'),
    density: one('density', choices.density, 'comfortable'),
    keeps: one('keeps', choices.keeps, 'picker'),
    mask: one('mask', choices.mask, 'off'),
    guard: one('guard', choices.guard, 'none'),
    agent: one('agent', choices.agent, 'idle'),
    workbench: one('workbench', choices.workbench, 'off'),
    notes: one('notes', choices.notes, 'off'),
    memory: one('memory', choices.memory, 'on'),
  }
}

export function writeSettings(settings: Partial<Settings>): string {
  return `?${new URLSearchParams({ ...settings })}`
}
