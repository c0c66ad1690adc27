import { type ReactNode, useState } from 'react'
import { CccError } from '../ccc/index.ts'
import type { Messages } from './messages/index.ts'

interface ProblemProps {
  error: Error
  messages: Messages
  onRetry: () => void
}

/** What went wrong in the agent's words, and the details that an administrator will ask for. */
export function Problem({ error, messages, onRetry }: ProblemProps) {
  const known = error instanceof CccError ? error : null
  return (
    <Alert text={messages.problems[known?.kind ?? 'answer']}>
      <p className="onp-details">
        {known?.kind === 'refused' && <span>{known.message}</span>}
        <span>{known?.code ?? error.message}</span>
        {known?.requestId && (
          <span>
            {messages.requestId} <span className="onp-request-id">{known.requestId}</span>{' '}
            <CopyButton text={known.requestId} messages={messages} />
          </span>
        )}
      </p>
      {(known?.retryable ?? true) && (
        <button type="button" className="onp-retry" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </Alert>
  )
}

/** What went wrong, with a title on its first line; screen readers read it at once. */
export function Alert({ text, children }: { text: string; children?: ReactNode }) {
  const [title, ...advice] = text.split('\n')
  return (
    <div part="problem" role="alert">
      <p>{title}</p>
      <p>{advice.join('\n')}</p>
      {children}
    </div>
  )
}

function CopyButton({ text, messages }: { text: string; messages: Messages }) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    // Pages without HTTPS have no clipboard; the text next to the button can be selected with one click.
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <button
      type="button"
      className="onp-link"
      aria-label={`${copied ? messages.copied : messages.copy} ${messages.requestId}`}
      onClick={copy}
    >
      {copied ? messages.copied : messages.copy}
    </button>
  )
}
