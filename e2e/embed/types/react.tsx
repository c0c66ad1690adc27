/** Compiled by a strict project against the packed package: what a host in React may write, and what not. */
import {
  type CccAction,
  createProxyClient,
  OutboundNumberPicker,
  type PickerHandle,
  pickOutboundNumbers,
} from 'outbound-number-picker'
import type { DialEvent, OutboundNumberPickerElement } from 'outbound-number-picker/element'
import type {} from 'outbound-number-picker/element/react'
import { framePicker } from 'outbound-number-picker/frame'
import { dialWithWorkbench } from 'outbound-number-picker/workbench'
import { useRef } from 'react'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })
const ownAction: CccAction<{ groupId: string }, unknown> = {
  name: 'GetSkillGroup',
  parameters: ({ groupId }) => ({ skillGroupId: groupId }),
  read: ({ data }) => data,
}

export async function countOffers(): Promise<number> {
  const request = { callee: '13888888888', skillGroupIds: ['presales@ccc-test'], count: 5 }
  const { candidates } = await client.call(pickOutboundNumbers, request)
  await client.call(ownAction, { groupId: 'presales@ccc-test' })
  return candidates.length
}

export function Pickers() {
  const handle = useRef<PickerHandle>(null)
  const element = useRef<OutboundNumberPickerElement>(null)
  return (
    <>
      <OutboundNumberPicker ref={handle} client={client} onDial={({ caller }) => caller.length} />
      <outbound-number-picker
        ref={element}
        class="dialer"
        endpoint="/aliyun/ccc/api"
        user-id="agent@ccc-test"
        dialDisabled="On a break."
        ondial={(event) => event.waitUntil(event.detail.caller)}
        onpickererror={({ detail }) => detail.message}
      />
    </>
  )
}

export function listen(picker: OutboundNumberPickerElement): void {
  const dial = (event: DialEvent) => event.waitUntil(event.detail.callee)
  picker.addEventListener('dial', dial)
  picker.removeEventListener('dial', dial)
  picker.addEventListener('click', ({ clientX }) => clientX)
  picker.callee = '13888888888'
  picker.beforeDial = ({ callee }) => (callee === '' ? { refuse: 'No number.' } : true)
  // @ts-expect-error: not a theme
  picker.theme = 'blue'
}

export function beside(
  frame: HTMLIFrameElement,
  workbench: Parameters<typeof dialWithWorkbench>[0],
) {
  const { onDial } = dialWithWorkbench(workbench, { locale: 'en-US' })
  const settings = { endpoint: '/aliyun/ccc/api', theme: 'dark' } as const
  return framePicker({ frame, src: '/frame/', settings, onDial, onError: ({ code }) => code })
}
