import { createRoot } from 'react-dom/client'
import { createProxyClient, OutboundNumberPicker } from '../../../src/index.ts'
import { onDial, settings } from './page.ts'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(<OutboundNumberPicker client={client} onDial={onDial} {...settings} />)
}
