/** A die whose throws all follow from its seed. */
export class Die {
  private state = 0

  constructor(seed: number) {
    this.start(seed)
  }

  start(seed: number): void {
    this.state = seed >>> 0
    this.below(1)
  }

  /** A whole number from 0 up to this one, which is not reached. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.state / 2 ** 32) * limit)
  }

  one<Choice>(choices: readonly [Choice, ...Choice[]]): Choice {
    return choices[this.below(choices.length)] ?? choices[0]
  }

  /** One of them; undefined if there is none. */
  any<Choice>(choices: readonly Choice[]): Choice | undefined {
    return choices[this.below(choices.length)]
  }

  /** True once in so many throws. */
  rarely(every: number): boolean {
    return this.below(every) === 0
  }
}
