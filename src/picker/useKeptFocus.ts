import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Buttons disappear with their purpose: a retry with its problem, an answer with its warning. If the button
 * that disappears has the focus, the focus moves to `home` instead of getting lost.
 *
 * @returns handlers for the element around all of them
 */
export function useKeptFocus(home: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    if (focused.current === null || focused.current.isConnected) return
    focused.current = null
    home.current?.focus()
  })
  return {
    onFocus: ({ target }: FocusEvent) => {
      focused.current = target
    },
    onBlur: ({ target }: FocusEvent) => {
      // Some browsers send a blur event when an element is removed; the agent did not cause that one.
      queueMicrotask(() => {
        if (target.isConnected && focused.current === target) focused.current = null
      })
    },
  }
}
