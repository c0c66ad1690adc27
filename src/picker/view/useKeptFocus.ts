import { type RefObject, useEffect, useRef } from 'react'
import type { Picker } from '../core/index.ts'
import { findPart } from './parts.ts'
import { useBeforePaint } from './useBeforePaint.ts'

/**
 * Controls disappear with their purpose: a retry with its problem, an answer with its warning; and rows can be
 * disabled. If that takes the focus away, it goes to the selected row or to the callee instead of getting lost.
 */
export function useKeptFocus(
  picker: Picker,
  root: RefObject<HTMLElement | null>,
  id: string,
): void {
  const focused = useRef<Element | null>(null)

  useEffect(() => {
    const element = root.current
    const take = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element ? target : null
    }
    const leave = ({ target }: FocusEvent) => {
      // Some browsers also say so of a control that is removed; the agent did not leave that one.
      queueMicrotask(() => {
        if (focused.current === target && holdsFocus(focused.current)) focused.current = null
      })
    }
    element?.addEventListener('focusin', take)
    element?.addEventListener('focusout', leave)
    return () => {
      element?.removeEventListener('focusin', take)
      element?.removeEventListener('focusout', leave)
    }
  }, [root])

  useBeforePaint(() => {
    const lost = focused.current
    if (!lost || holdsFocus(lost)) return
    focused.current = null
    const isRow = lost.matches('[type=radio]')
    const selected = isRow ? root.current?.querySelector<HTMLElement>('[type=radio]:checked') : null
    const heir = selected ?? findPart(root.current, id, 'callee')
    heir?.focus()
    picker.hand.focusFell(performance.now())
  })
}

function holdsFocus(element: Element | null): boolean {
  return element?.isConnected === true && !element.matches(':disabled')
}
