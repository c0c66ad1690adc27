import { type ComponentType, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { nextPaint } from '../nextPaint.ts'
import type { Contender, Row } from './contender.ts'

/** A React component that is on the page, without rows, before the answer is in. */
export function drawn(List: ComponentType<{ rows: readonly Row[] }>): Contender {
  return async (stage) => {
    let show: (rows: readonly Row[]) => void = () => {}
    function Answered() {
      const [rows, setRows] = useState<readonly Row[]>([])
      show = setRows
      return <List rows={rows} />
    }
    const root = createRoot(stage)
    root.render(<Answered />)
    await nextPaint()
    return { show: (rows) => show(rows), leave: () => root.unmount() }
  }
}
