'use client'

import { type CSSProperties, forwardRef, useImperativeHandle } from 'react'
import type { Picker } from '../core/index.ts'
import { CalleeField } from './CalleeField.tsx'
import { Callers } from './Callers.tsx'
import { OtherNumbers } from './OtherNumbers.tsx'
import { Outcome } from './Outcome.tsx'
import { SkillGroupField } from './SkillGroupField.tsx'
import { usePicker, type WordOptions } from './usePicker.ts'

/** How a picker looks. */
export interface LookOptions extends WordOptions {
  /** Default `auto`: follows the setting of the agent's system. */
  theme?: 'auto' | 'light' | 'dark' | undefined
  /** Default `comfortable`. */
  density?: 'comfortable' | 'compact' | undefined
}

/**
 * What a host may say of the element around all parts, besides attributes that begin with `data-`. What the picker itself
 * says of it comes first.
 */
export interface RootOptions {
  /** Beside the picker's own, `onp`. */
  className?: string | undefined
  style?: CSSProperties | undefined
  id?: string | undefined
}

/** What a host can do with a picker, for example on click-to-dial. */
export interface PickerHandle {
  /** Writes a number into the callee field, as if it had been pasted. */
  setCallee: (number: string) => void
  /** Puts the focus into the callee field. */
  focus: (options?: FocusOptions) => void
  /** Empties the callee and restores the groups that were chosen at first. */
  reset: () => void
}

/** The picker's own looks, for a picker that somebody else made. */
export const PickerView = forwardRef<PickerHandle, LookOptions & RootOptions & { picker: Picker }>(
  function PickerView(
    { picker, theme, density, locale, messages: own, className, style, id, ...others },
    handle,
  ) {
    const model = usePicker(picker, { locale, messages: own })
    const { memory, messages, focus } = model
    useImperativeHandle(
      handle,
      () => ({
        setCallee: (number) => picker.setCallee(String(number)),
        focus,
        reset: picker.reset,
      }),
      [picker, focus],
    )

    return (
      <div
        {...dataAttributes(others)}
        id={id}
        className={className ? `onp ${className}` : 'onp'}
        style={style}
        part="picker"
        data-theme={theme}
        data-density={density}
        data-history={model.history ? true : undefined}
        {...model.getPickerProps()}
      >
        <CalleeField model={model} />
        <SkillGroupField model={model} />
        <Callers model={model} />
        <OtherNumbers model={model} />
        <button className="onp-dial" part="dial" {...model.getDialProps()} />
        {memory && (
          <label className="onp-remember">
            <input {...model.getRememberProps()} />
            <span>{messages.remember}</span>
          </label>
        )}
        <Outcome model={model} />
      </div>
    )
  },
)

/** TypeScript lets a host write any attribute with a hyphen. */
function dataAttributes(props: object) {
  return Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith('data-')))
}
