/**
 * Reports an error to the window as one that nobody caught, so that it is in the console and in a host's error
 * tracking. Browsers of 2021 have no `reportError`.
 */
export function report(error: unknown): void {
  setTimeout(() => {
    throw error
  })
}
