/** The parts of a picker that others name, scroll to or put the focus on. */
export type PartName = 'callee' | 'hint' | 'last' | 'filter' | 'confirm' | 'reason' | 'callers'

/** The id of a part of the picker with this id. */
export function partId(pickerId: string, part: PartName): string {
  return `${pickerId}-${part}`
}

/** A part of the picker with this root and this id; null if it is not shown. */
export function findPart(
  root: HTMLElement | null,
  pickerId: string,
  part: PartName,
): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`#${CSS.escape(partId(pickerId, part))}`) ?? null
}
