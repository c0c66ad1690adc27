import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../picker/picker.css'
import './preview.css'
import { Desktop } from './Desktop.tsx'
import { openPage } from './page.ts'
import { askSource } from './source.ts'

const { root, query, locale } = openPage('desktop')

createRoot(root).render(
  <StrictMode>
    <Desktop
      locale={locale}
      source={await askSource()}
      callee={query.get('callee') ?? '13888888888'}
    />
  </StrictMode>,
)
