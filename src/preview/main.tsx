import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../picker/picker.css'
import './preview.css'
import { Desktop } from './Desktop.tsx'
import { openPage } from './page.ts'
import { askSource } from './source.ts'

const { root, query, locale } = openPage('desktop')
const source = await askSource()

createRoot(root).render(
  <StrictMode>
    <Desktop
      locale={locale}
      source={{ ...source, userId: query.get('user') ?? source.userId }}
      callee={query.get('callee') ?? '13888888888'}
      // In front of a real call center, this server's proxy tells no history.
      hasHistory={source.cloud === 'simulated' && query.get('history') !== 'off'}
    />
  </StrictMode>,
)
