import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../preview.css'
import './explorer.css'
import { openPage } from '../page.ts'
import { askSource } from '../source.ts'
import { Explorer } from './Explorer.tsx'

const { root, locale } = openPage('explorer')

createRoot(root).render(
  <StrictMode>
    <Explorer locale={locale} source={await askSource()} />
  </StrictMode>,
)
