import type { Looks } from './pages/seen.ts'

type Color = readonly [red: number, green: number, blue: number]

/**
 * A color as browsers compute it, such as `rgb(11, 110, 74)`.
 *
 * @throws {Error} if what is behind it shows through: then it is no color of its own
 */
function read(color: string, what: string): Color {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
  if (!color.startsWith('rgb') || red === undefined || green === undefined || blue === undefined) {
    throw new Error(`${what} has no color, but "${color}"`)
  }
  if (alpha < 1) throw new Error(`${what} is transparent`)
  return [red, green, blue]
}

/** How light a color is, from 0 to 1, as WCAG defines it. */
function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** @throws {Error} naming every part of a picker with candidates that cannot be seen in this theme */
export function checkLooks(looks: Looks, theme: 'light' | 'dark'): void {
  const faults = new Set<string>()
  const check = (find: () => string | false) => {
    try {
      const fault = find()
      if (fault) faults.add(fault)
    } catch (error) {
      faults.add(error instanceof Error ? error.message : `${error}`)
    }
  }
  const atLeast = (least: number, what: string, front: string, back: string, behind: string) =>
    check(() => {
      const ratio = contrast(read(front, what), read(back, behind))
      return ratio < least && `${what} is at ${ratio.toFixed(2)}:1 on ${behind}, not at ${least}:1`
    })

  const { surface, text, dial, field, badge, selectedRow, otherRow } = looks
  check(() => {
    const dark = luminance(read(surface, 'the surface')) < 0.2
    return dark !== (theme === 'dark') && `the surface is ${surface}, which is not ${theme}`
  })
  atLeast(4.5, 'the text', text, surface, 'the surface')
  atLeast(4.5, "the dial button's text", dial.text, dial.surface, 'the dial button')
  atLeast(3, 'the dial button', dial.surface, surface, 'the surface')
  atLeast(3, "the field's border", field.border, surface, 'the surface')
  check(() => (field.style !== 'solid' || field.width < 1) && 'the field has no border')
  atLeast(4.5, "the badge's text", badge.text, badge.surface, 'the badge')
  check(() => selectedRow === otherRow && 'the selected row looks like the others')
  if (faults.size > 0) throw new Error([...faults].join('; '))
}
