import { type ReactNode, useState } from 'react'
import { CccError } from '../../ccc/index.ts'
import type { Explanation, Messages } from '../messages/index.ts'
import { explainError } from './words.ts'

interface ProblemProps {
  error: Error
  messages: Messages
  onRetry: () => void
}

/** What went wrong in the agent's words, and the details that an administrator will ask for. */
export function Problem({ error, messages, onRetry }: ProblemProps) {
  const known = error instanceof CccError ? error : null
  const { title, advice, retryable } = explainError(error, messages)
  return (
    <Alert title={title} advice={advice}>
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
      {retryable && (
        <button type="button" className="onp-button" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </Alert>
  )
}

/** What went wrong; screen readers read it at once. */
export function Alert({ title, advice, children }: Explanation & { children?: ReactNode }) {
  return (
    <div className="onp-problem" part="problem" role="alert">
      <p className="onp-title">{title}</p>
      {advice && <p>{advice}</p>}
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
