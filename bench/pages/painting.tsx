/** The same answer shown by the picker and by others, and how long each takes to paint it. */
import { callers } from './answers.ts'
import { bareDom } from './contenders/bareDom.ts'
import { bareReact } from './contenders/bareReact.tsx'
import { commandMenu } from './contenders/commandMenu.tsx'
import { type Contender, untilThere } from './contenders/contender.ts'
import { picker } from './contenders/picker.tsx'
import { reactSelect } from './contenders/reactSelect.tsx'
import { nextPaint } from './nextPaint.ts'

export interface Painted {
  /** Milliseconds from the answer until its first row was painted. */
  first: number
  /** Until all rows were. */
  all: number
}

declare global {
  interface Window {
    paint: (contender: string, rows: number) => Promise<Painted>
  }
}

const contenders: Readonly<Record<string, Contender>> = {
  picker,
  'bare React': bareReact,
  'bare DOM': bareDom,
  'react-select': reactSelect,
  cmdk: commandMenu,
}

const stage = document.getElementById('stage') ?? document.body

window.paint = async (name, count) => {
  const prepare = contenders[name]
  if (!prepare) throw new Error(`Nobody here is called ${name}: ${Object.keys(contenders)}.`)
  const waiting = await prepare(stage)
  // As after a question: all is drawn, and nothing has moved for a while.
  await new Promise((resolve) => setTimeout(resolve, 60))
  const rows = callers(count).map((number) => ({ number, place: '北京' }))
  const answered = performance.now()
  waiting.show(rows)
  const painted = await watch(count, answered)
  waiting.leave()
  await nextPaint()
  return painted
}

async function watch(count: number, answered: number): Promise<Painted> {
  const rows = await untilThere(stage, 1)
  await nextPaint()
  const first = performance.now() - answered
  if (rows === count) return { first, all: first }
  await untilThere(stage, count)
  await nextPaint()
  return { first, all: performance.now() - answered }
}
