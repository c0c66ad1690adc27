import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type FramedPicker, framePicker } from '../../frame/index.ts'
import { type OutboundNumberPickerProps, zhCN } from '../../picker/index.ts'
import { endpointOf } from './clients.ts'

/** A page around a picker in a frame, whose own page stands beside the gallery. */
export function FrameHost({
  instanceId,
  userId,
  defaultCallee,
  locale: { locale } = zhCN,
  theme,
  density,
  onDial,
  onSelect,
}: OutboundNumberPickerProps) {
  const ref = useRef<HTMLIFrameElement>(null)
  const [picker, setPicker] = useState<FramedPicker | null>(null)
  const connect = useEffectEvent((frame: HTMLIFrameElement) =>
    framePicker({
      frame,
      src: new URL('frame/index.html', document.baseURI).href,
      settings: {
        endpoint: endpointOf('cloud'),
        ...{ instanceId, userId, callee: defaultCallee, locale, theme, density },
      },
      onDial,
      ...(onSelect && { onSelect }),
    }),
  )

  useEffect(() => {
    if (!ref.current) return
    const connected = connect(ref.current)
    setPicker(connected)
    return connected.disconnect
  }, [])

  useEffect(() => picker?.update({ locale, theme, density }), [picker, locale, theme, density])

  return (
    <iframe
      ref={ref}
      title="Outbound Number Picker"
      style={{
        display: 'block',
        inlineSize: '100%',
        blockSize: 560,
        border: 0,
        // As its page says; a browser paints the ground of a frame whose page says something else.
        colorScheme: 'light dark',
      }}
    />
  )
}
