import { useRef, useState } from 'react'
import {
  OutboundNumberPicker,
  type OutboundNumberPickerProps,
  type PickerHandle,
  zhCN,
} from '../../picker/index.ts'
import { Customers } from '../Customers.tsx'

/** Numbers to click on, and a picker that gets them by its handle or by its `callee`. */
export function ClickToDialDesk({
  keeps,
  picker,
}: {
  /** Who keeps the callee. */
  keeps: 'picker' | 'host'
  picker: OutboundNumberPickerProps
}) {
  const handle = useRef<PickerHandle>(null)
  const [callee, setCallee] = useState('')
  const call = (number: string) => {
    if (keeps === 'host') setCallee(number)
    else handle.current?.setCallee(number)
    handle.current?.focus()
  }
  return (
    <>
      <Customers locale={(picker.locale ?? zhCN).locale} onCall={call} />
      <OutboundNumberPicker
        {...picker}
        ref={handle}
        {...(keeps === 'host' && { callee, onCalleeChange: setCallee })}
      />
    </>
  )
}
