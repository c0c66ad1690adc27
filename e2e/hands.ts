import { announcementTests } from './hands/announcements.ts'
import { composingTests } from './hands/composing.ts'
import { confirmTests } from './hands/confirm.ts'
import { doubleClickTests } from './hands/doubleClicks.ts'
import { focusTests } from './hands/focus.ts'
import { guardTests } from './hands/guard.ts'
import { test } from './hands/hands.ts'
import type { HandsHost } from './hands/handsHost.ts'
import { hostWritesTests } from './hands/hostWrites.ts'
import { livelyHostTests } from './hands/lively.ts'
import { onceTests } from './hands/once.ts'
import { sameNumberTests } from './hands/sameNumber.ts'
import { tabTests } from './hands/tabs.ts'
import { textTests } from './hands/texts.ts'
import { underPointerTests } from './hands/underPointer.ts'

/** What is dialed is what is shown, once: whatever an agent's hands and a host do, and wherever the picker stands. */
export function handsTests(host: HandsHost): void {
  const { name, lacks } = host
  test.describe(name, () => {
    test.use({ host })
    guardTests()
    sameNumberTests()
    doubleClickTests(lacks)
    underPointerTests(lacks)
    confirmTests()
    onceTests(lacks)
    hostWritesTests()
    livelyHostTests()
    focusTests(lacks)
    announcementTests()
    textTests(lacks)
    composingTests()
    tabTests(lacks)
  })
}
