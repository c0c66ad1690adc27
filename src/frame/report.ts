/** Reports an error to the window, as one that nobody caught; browsers of 2021 have no `reportError`. */
export function report(error: Error): void {
  setTimeout(() => {
    throw error
  })
}
