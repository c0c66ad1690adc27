/** Makes a function that runs so many things at once; the others wait for their turn, in their order. */
export function createTurns(atOnce: number) {
  const waiting: (() => void)[] = []
  let running = 0

  return async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) await new Promise<void>((begin) => waiting.push(begin))
    else running++
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
