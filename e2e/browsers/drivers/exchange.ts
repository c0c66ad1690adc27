interface Waiting {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** Longer than any page takes on a busy machine. Without it, a browser that hangs would hang the run. */
const patience = 30_000

/** Numbered requests to a browser, whose answers come some time later and name the number. */
export class Exchange {
  #number = 0
  #ended: Error | null = null
  readonly #waiting = new Map<number, Waiting>()

  ask(request: string, send: (number: number) => void): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended)
    const number = ++this.#number
    return new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${request} was not answered within ${patience / 1000} seconds`)),
        patience,
      )
      this.#waiting.set(number, {
        resolve: (result) => {
          clearTimeout(timer)
          resolve(result)
        },
        reject: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      })
      send(number)
    })
  }

  /** @param problem that the answer tells of, null if there is none */
  answer(number: number, problem: string | null, result: unknown): void {
    const waiting = this.#waiting.get(number)
    this.#waiting.delete(number)
    if (problem === null) waiting?.resolve(result)
    else waiting?.reject(new Error(problem))
  }

  /** The browser is gone: nothing will be answered any more. */
  end(reason: string): void {
    this.#ended = new Error(reason)
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }
}
