/**
 * A well-mixed 32-bit hash. The model uses it where a real cloud chooses at random, so that the same question
 * gets the same answer in every browser, every process and every run.
 */
export function hash(text: string): number {
  let state = 0x811c9dc5
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  // FNV leaves texts that differ only at their end close together; two rounds scatter them.
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
