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
  const { title, advice } = messages.problems[known?.kind ?? 'answer']
  return (
    <div className="onp-problem" role="alert">
      <p className="onp-problem-title">{title}</p>
      <p>{advice}</p>
      <p className="onp-details">
        {known?.kind === 'refused' && <span>{known.message}</span>}
        <span>{known?.code ?? error.message}</span>
        {known?.requestId && (
          <span>
            {messages.requestId} {known.requestId}
          </span>
        )}
      </p>
      {(known?.retryable ?? true) && (
        <button type="button" className="onp-retry" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </div>
  )
}
