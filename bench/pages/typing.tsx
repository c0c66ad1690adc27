/** The picker with a thousand candidates beside a bare controlled input, and how long each key takes. */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../../src/picker/picker.css'
import { createProxyClient } from '../../src/client/index.ts'
import { OutboundNumberPicker } from '../../src/picker/index.ts'
import { answerOf, callers, skillGroups } from './answers.ts'
import { nextPaint } from './nextPaint.ts'

declare global {
  interface Window {
    /** Milliseconds from each key to the frame after it. */
    keyToPaint: number[]
  }
}

const client = createProxyClient({ endpoint: '/', request: async () => answerOf(callers(1000)) })

function Bare() {
  const [value, setValue] = useState('')
  return (
    <input
      type="tel"
      aria-label="bare"
      value={value}
      onChange={({ target }) => setValue(target.value)}
    />
  )
}

const mount = (id: string) => createRoot(document.getElementById(id) ?? document.body)
mount('bare').render(<Bare />)
mount('picker').render(
  <OutboundNumberPicker
    client={client}
    skillGroups={skillGroups}
    memory={false}
    onDial={() => {}}
  />,
)

window.keyToPaint = []
addEventListener(
  'keydown',
  async ({ timeStamp }) => {
    await nextPaint()
    window.keyToPaint.push(performance.now() - timeStamp)
  },
  { capture: true },
)
