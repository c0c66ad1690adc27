import '../../element/index.ts'
import { type OutboundNumberPickerProps, zhCN } from '../../picker/index.ts'
import { endpointOf } from './clients.ts'

/** The custom element in a page, with the settings that a story gives the component. */
export function ElementHost({
  instanceId,
  userId,
  defaultCallee,
  locale: { locale } = zhCN,
  theme,
  density,
  onDial,
  onSelect,
}: OutboundNumberPickerProps) {
  return (
    <outbound-number-picker
      endpoint={endpointOf('cloud')}
      instance-id={instanceId}
      user-id={userId}
      callee={defaultCallee}
      locale={locale}
      theme={theme}
      density={density}
      ondial={({ detail }) => onDial(detail)}
      oncallerselect={({ detail }) => onSelect?.(detail)}
    />
  )
}
