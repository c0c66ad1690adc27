/**
 * Types for JSX. React 19 sets values that are not text as properties, and `ondial={…}` as an event listener;
 * React 18 sets only attributes, so set the rest on a ref.
 *
 * @example
 * import type {} from 'outbound-number-picker/element/react'
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { OutboundNumberPickerEvents } from './events.ts'
import type { OutboundNumberPickerElement } from './OutboundNumberPickerElement.ts'
import type { ElementTemplate } from './settings.ts'

type Listeners = {
  [Name in keyof OutboundNumberPickerEvents as `on${Name}`]?: (
    event: OutboundNumberPickerEvents[Name],
  ) => unknown
}

/** React 18 writes `class` as it is, and `className` as an attribute of that name. */
type OwnProps = ElementTemplate & Listeners & { class?: string | undefined }

type ElementProps = OwnProps &
  Omit<
    DetailedHTMLProps<HTMLAttributes<OutboundNumberPickerElement>, OutboundNumberPickerElement>,
    keyof OwnProps
  >

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'outbound-number-picker': ElementProps
    }
  }
}
