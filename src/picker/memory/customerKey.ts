const ITERATIONS = 100_000

/**
 * Replaces a customer's number in storage. All numbers of a country can be tried, so a plain hash would
 * hide nothing from someone who also has the salt; a slow key derivation does.
 *
 * Null if the browser has no cryptography, as on a page without HTTPS, or if it fails.
 */
export async function customerKey(callee: string, salt: string): Promise<string | null> {
  const text = new TextEncoder()
  try {
    const { subtle } = crypto
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
    return new Uint8Array(bits).join('.')
  } catch {
    return null
  }
}
