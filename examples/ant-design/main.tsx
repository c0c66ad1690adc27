import { ConfigProvider } from 'antd'
import { createProxyClient, type DialDraft } from 'outbound-number-picker'
import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { AntPicker } from './AntPicker'
import './main.css'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })

function Dialer() {
  const [log, setLog] = useState<readonly ReactNode[]>([])
  const dial = (draft: DialDraft) =>
    setLog((before) => [
      ...before,
      <p key={before.length} data-event="dial">
        <code>{JSON.stringify(draft)}</code>
      </p>,
    ])
  return (
    // Ant Design would write 拨 打 on a button for 拨打, which changes its name as well as its looks.
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <section aria-label="Outbound Number Picker">
        <AntPicker client={client} userId="agent@ccc-test" onDial={dial} />
      </section>
      {log}
    </ConfigProvider>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Dialer />)
