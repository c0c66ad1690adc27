/** What the proxy answers to a pick of so many callers. */
export function answerOf(numbers: readonly string[]): { status: number; data: object } {
  const place = { Province: '北京', City: '北京' }
  const Data = numbers.map((number) => ({ Callee: place, Caller: { Number: number, ...place } }))
  return { status: 200, data: { Code: 'OK', Data } }
}

/** So many callers of Beijing. */
export function callers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `010${80_000_000 + index}`)
}

export const skillGroups = [{ id: 'presales@ccc-test', name: '售前咨询' }]
