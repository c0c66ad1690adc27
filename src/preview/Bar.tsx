import type { Locale } from '../picker/index.ts'
import type { Page } from './page.ts'
import type { Source } from './source.ts'
import { words } from './words.ts'

/** The strip on top of a page: where its answers come from, and the other pages. */
export function Bar({
  locale,
  source,
  here,
}: {
  locale: Locale
  source: Source
  /** The page that it is on. */
  here: Page
}) {
  const say = words[locale]
  const looks = `globals=locale:${locale}`
  const other = locale === 'zh-CN' ? 'en-US' : 'zh-CN'
  const link = (page: Page) => (
    <a
      href={`${page === 'desktop' ? '/' : '/explorer.html'}?locale=${locale}`}
      aria-current={page === here ? 'page' : undefined}
    >
      {say[page]}
    </a>
  )
  return (
    <header className="bar">
      <h1>{say[here]}</h1>
      <p className="bar-source">
        {say.sources[source.cloud]} · {source.instanceId}
      </p>
      <nav className="bar-pages">
        {link('desktop')}
        <a href={`/gallery/?path=/docs/hosts--docs&${looks}`}>{say.code}</a>
        <a href={`/gallery/?path=/story/basics--ready&${looks}`}>{say.gallery}</a>
        <a href={`/gallery/?path=/docs/faults--docs&${looks}`}>{say.faults}</a>
        {link('explorer')}
        <a href={`?locale=${other}`} lang={other}>
          {say.otherLanguage}
        </a>
      </nav>
    </header>
  )
}
