import type { Locale } from '../picker/index.ts'
import { words } from './words.ts'

export type Page = 'desktop' | 'explorer'

/** Names the page in the language of its address, and says where in it to render. */
export function openPage(page: Page): {
  root: HTMLElement
  query: URLSearchParams
  locale: Locale
} {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no element with the id "root".')
  const query = new URLSearchParams(location.search)
  const locale = query.get('locale') === 'en-US' ? 'en-US' : 'zh-CN'
  document.documentElement.lang = locale
  document.title = `${words[locale][page]} · Outbound Number Picker`
  return { root, query, locale }
}
