import { hash } from './hash.ts'

/** Makes an instance's request ids: they look like the cloud's, and are the same in every run. */
export function createRequestIds(instanceId: string): () => string {
  let count = 0
  return () => {
    count += 1
    const digits = [0, 1, 2, 3]
      .map((word) => hash(`${instanceId}/${count}/${word}`).toString(16).padStart(8, '0'))
      .join('')
      .toUpperCase()
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-A$4-$5')
  }
}
