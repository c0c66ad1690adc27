/** Reports an error to the window, also where `reportError` is not known yet. */
export function report(error: Error): void {
  if (typeof reportError === 'function') reportError(error)
  else
    setTimeout(() => {
      throw error
    })
}
