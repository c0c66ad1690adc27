import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../preview.css'
import './explorer.css'
import { askSource } from '../source.ts'
import { Explorer } from './Explorer.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root".')
const locale = new URLSearchParams(location.search).get('locale') === 'en-US' ? 'en-US' : 'zh-CN'

createRoot(root).render(
  <StrictMode>
    <Explorer locale={locale} source={await askSource()} />
  </StrictMode>,
)
