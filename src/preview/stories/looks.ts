import type { Locale, LookOptions } from '../../picker/index.ts'
import { enUS, zhCN } from '../../picker/index.ts'

/** What the toolbar of the gallery sets for every story. */
export interface Looks {
  locale: Locale
  theme: NonNullable<LookOptions['theme']>
  density: NonNullable<LookOptions['density']>
  /** Of the panel, in pixels. */
  width: number
}

export const choices = {
  locale: ['zh-CN', 'en-US'],
  theme: ['auto', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  width: [280, 320, 480],
} as const satisfies { [Name in keyof Looks]: readonly Looks[Name][] }

export const usual: Looks = {
  locale: 'zh-CN',
  theme: 'auto',
  density: 'comfortable',
  width: 320,
}

/** The looks in Storybook's globals, which come from an address and may be anything. */
export function readLooks(globals: Readonly<Record<string, unknown>>): Looks {
  const one = <Name extends keyof Looks>(name: Name, allowed: readonly Looks[Name][]) =>
    allowed.find((choice) => `${choice}` === `${globals[name]}`) ?? usual[name]
  return {
    locale: one('locale', choices.locale),
    theme: one('theme', choices.theme),
    density: one('density', choices.density),
    width: one('width', choices.width),
  }
}

/** The props by which the picker takes on these looks. */
export function propsOf({ locale, theme, density }: Looks) {
  return { locale: locale === 'en-US' ? enUS : zhCN, theme, density }
}

/** Those of these props that a host has to write, because they are not the picker's defaults. */
export function writtenProps(looks: Looks): Partial<ReturnType<typeof propsOf>> {
  const defaults = new Set<unknown>(Object.values(propsOf(usual)))
  return Object.fromEntries(
    Object.entries(propsOf(looks)).filter(([, prop]) => !defaults.has(prop)),
  )
}
