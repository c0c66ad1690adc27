/** Compiled by a strict project against the packed package: what a host in React may write, and what not. */
import {
  type CccAction,
  createProxyClient,
  enUS,
  OutboundNumberPicker,
  type OutboundNumberPickerProps,
  type PickerHandle,
  pickOutboundNumbers,
  useOutboundNumberPicker,
  version,
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

/** A host's own component around the picker. */
export function Dialer(props: OutboundNumberPickerProps) {
  return <OutboundNumberPicker {...props} locale={enUS} data-version={version} />
}

export function Simple() {
  const simple = { userId: 'agent@ccc-test', onDial: () => {} }
  return (
    <>
      <Dialer
        {...simple}
        endpoint="/aliyun/ccc/api"
        id="picker"
        className="dialer"
        style={{ order: 2 }}
        data-test="picker"
        onError={({ code, message }) => code ?? message}
      />
      {/* @ts-expect-error: neither a client nor an endpoint */}
      <Dialer {...simple} />
      {/* @ts-expect-error: both */}
      <Dialer {...simple} client={client} endpoint="/aliyun/ccc/api" />
      {/* @ts-expect-error: a language is imported */}
      <Dialer {...simple} client={client} locale="en-US" />
      {/* @ts-expect-error: the property has another name everywhere */}
      <Dialer {...simple} client={client} language={enUS} />
    </>
  )
}

export function useOwn() {
  // @ts-expect-error: the hook takes a client
  useOutboundNumberPicker({ endpoint: '/aliyun/ccc/api', onDial: () => {} })
  return useOutboundNumberPicker({ client, locale: enUS, onDial: () => {} })
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
  const settings = { endpoint: '/aliyun/ccc/api', theme: 'dark', locale: 'en-US' } as const
  const picker = framePicker({
    ...{ frame, src: '/frame/', settings, onDial },
    onReady: () => picker.setCallee('13888888888'),
    onError: ({ code }) => code,
  })
  // @ts-expect-error: a language cannot be sent to a frame
  picker.update({ locale: enUS })
  return picker
}
