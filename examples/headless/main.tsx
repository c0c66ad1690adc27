import { createProxyClient, type DialDraft } from 'outbound-number-picker'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { HeadlessPicker } from './HeadlessPicker'
import './main.css'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })

function Dialer() {
  const [dialed, setDialed] = useState<DialDraft | null>(null)
  return (
    <>
      <section aria-label="Outbound Number Picker">
        <HeadlessPicker client={client} userId="agent@ccc-test" onDial={setDialed} />
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
