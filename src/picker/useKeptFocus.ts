import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Buttons go away with what they were for: a retry with its problem, an answer with its warning. When
 * the one that has the focus goes, the focus goes to `home` instead of nowhere.
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
      // Some browsers tell of a blur when an element is removed; that one is not the agent's doing.
      queueMicrotask(() => {
        if (target.isConnected && focused.current === target) focused.current = null
      })
    },
  }
}
