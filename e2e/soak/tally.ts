/** What happened how often, in sections. */
export class Tally {
  readonly sections = new Map<string, Map<string, number>>()

  count(section: string, what: string, times = 1): void {
    const rows = this.sections.get(section) ?? new Map<string, number>()
    this.sections.set(section, rows.set(what, (rows.get(what) ?? 0) + times))
  }
}
