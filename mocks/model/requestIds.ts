import { hash } from './hash.ts'

/** Request ids of one instance, one after the other: they look like the cloud's, and repeat. */
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
