import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../picker/picker.css'
import './preview.css'
import { Desktop } from './Desktop.tsx'
import { readSettings } from './settings.ts'
import { askSource, mockSource } from './source.ts'

const settings = readSettings(location.search)
const source = settings.source === 'mock' ? mockSource : await askSource()

if (source.cloud === 'mock') {
  const { startMocks } = await import('./startMocks.ts')
  await startMocks(settings.style)
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root".')
createRoot(root).render(
  <StrictMode>
    <Desktop settings={settings} source={source} />
  </StrictMode>,
)
