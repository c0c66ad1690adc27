import { type ProxyStyle, proxyStyles } from '../../mocks/index.ts'
import type { Locale } from '../picker/index.ts'

/** What the preview shows; all of it stands in the address, so that a link shows the same. */
export interface Settings {
  /** `live` calls the proxy that serves this page, `mock` answers inside the browser. */
  source: 'live' | 'mock'
  /** How the mocked proxy hands on what the cloud answered. */
  style: ProxyStyle
  /** Where the skill groups come from: loaded for the agent, given by the host, typed as ids. */
  groups: 'agent' | 'host' | 'ids'
  locale: Locale
  theme: 'auto' | 'light' | 'dark'
  width: '280' | '320' | '480'
}

export const choices = {
  source: ['live', 'mock'],
  style: proxyStyles,
  groups: ['agent', 'host', 'ids'],
  locale: ['zh-CN', 'en-US'],
  theme: ['auto', 'light', 'dark'],
  width: ['280', '320', '480'],
} as const satisfies { [Name in keyof Settings]: readonly Settings[Name][] }

/** Reads the settings out of an address; what it doesn't say, or says wrong, takes its default. */
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
  }
}

export function writeSettings(settings: Settings): string {
  return `?${new URLSearchParams({ ...settings })}`
}
