import { useState } from 'react'
import type { Locale } from '../../picker/index.ts'
import { explorerWords } from './words.ts'

/** Text to read and to copy. */
export function Code({ text, label, locale }: { text: string; label: string; locale: Locale }) {
  const say = explorerWords[locale]
  const [copied, setCopied] = useState('')
  return (
    <figure className="code">
      <figcaption>
        {label}
        <button
          type="button"
          onClick={async () => {
            await navigator.clipboard.writeText(text)
            setCopied(text)
          }}
        >
          {copied === text ? say.copied : say.copy}
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  )
}
