import { type DialDraft, OutboundNumberPicker } from 'outbound-number-picker'
import 'outbound-number-picker/style.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

function Dialer() {
  const [dialed, setDialed] = useState<DialDraft | null>(null)
  return (
    <>
      <section aria-label="Outbound Number Picker">
        <OutboundNumberPicker
          endpoint="/aliyun/ccc/api"
          userId="agent@ccc-test"
          onDial={setDialed}
        />
      </section>
      {dialed && (
        <p data-event="dial">
          <code>{JSON.stringify(dialed)}</code>
        </p>
      )}
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Dialer />)
