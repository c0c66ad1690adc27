const ITERATIONS = 100_000

/**
 * Stands for a customer's number in storage. The numbers of a country can all be tried, so one hash
 * would hide nothing from whoever has the salt too; a derivation that takes its time does.
 *
 * Null where the browser has no cryptography, as on a page without HTTPS.
 */
export async function customerKey(callee: string, salt: string): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle
  if (!subtle) return null
  const text = new TextEncoder()
  const material = await subtle.importKey('raw', text.encode(callee), 'PBKDF2', false, [
    'deriveBits',
  ])
  const parameters = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: text.encode(salt),
    iterations: ITERATIONS,
  }
  const bits = await subtle.deriveBits(parameters, material, 128)
  return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
