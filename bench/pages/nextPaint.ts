/** Waits until what is there now has been painted. */
export function nextPaint(): Promise<void> {
  return new Promise((done) => {
    // Posted within a frame, a task runs after that frame was painted, and with this priority before all that waits.
    requestAnimationFrame(
      () => void scheduler.postTask(() => done(), { priority: 'user-blocking' }),
    )
  })
}
