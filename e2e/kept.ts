import type { CDPSession } from '@playwright/test'

/** What a page keeps. */
export interface Kept {
  nodes: number
  listeners: number
  /** In bytes. */
  heap: number
}

/** What the page keeps once all that can be given back is given back. */
export async function keptBy(browser: CDPSession): Promise<Kept> {
  // What is collected may keep something else until the next time.
  for (let time = 0; time < 3; time++) await browser.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners: listeners } = await browser.send('Memory.getDOMCounters')
  const { usedSize: heap } = await browser.send('Runtime.getHeapUsage')
  return { nodes, listeners, heap }
}
