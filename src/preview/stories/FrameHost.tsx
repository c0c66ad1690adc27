import { useEffect, useEffectEvent, useRef } from 'react'
import { framePicker } from '../../frame/index.ts'
import type { OutboundNumberPickerProps } from '../../picker/index.ts'
import { endpointOf } from './clients.ts'

/** A page around a picker in a frame, whose own page stands beside the gallery. */
export function FrameHost({
  instanceId,
  userId,
  defaultCallee,
  language,
  theme,
  density,
  onDial,
  onSelect,
}: OutboundNumberPickerProps) {
  const ref = useRef<HTMLIFrameElement>(null)
  const { locale } = language ?? {}
  const settings = {
    endpoint: endpointOf('cloud'),
    ...{ instanceId, userId, callee: defaultCallee, locale, theme, density },
  }
  const connect = useEffectEvent((frame: HTMLIFrameElement) =>
    framePicker({
      frame,
      src: new URL('frame/index.html', document.baseURI).href,
      settings,
      onDial,
      ...(onSelect && { onSelect }),
    }),
  )

  // Once; a story with other settings is another page.
  useEffect(() => (ref.current ? connect(ref.current).disconnect : undefined), [])

  return (
    <iframe
      ref={ref}
      title="Outbound Number Picker"
      style={{ display: 'block', inlineSize: '100%', blockSize: 560, border: 0 }}
    />
  )
}
