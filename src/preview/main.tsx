import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../picker/picker.css'
import './preview.css'
import { Desktop } from './Desktop.tsx'
import { askSource } from './source.ts'

const query = new URLSearchParams(location.search)
const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root".')

const source = await askSource()

createRoot(root).render(
  <StrictMode>
    <Desktop
      locale={query.get('locale') === 'en-US' ? 'en-US' : 'zh-CN'}
      source={{ ...source, userId: query.get('user') ?? source.userId }}
      callee={query.get('callee') ?? '13888888888'}
      // Another call center's proxy may not let agents read its records.
      hasHistory={source.cloud === 'simulated' && query.get('history') !== 'off'}
    />
  </StrictMode>,
)
