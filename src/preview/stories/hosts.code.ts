/** What an engineer writes to put the picker beside the Workbench SDK 2.x. */
export const workbenchCode = `import { createProxyClient, OutboundNumberPicker } from 'outbound-number-picker'
import { dialWithWorkbench, type Workbench } from 'outbound-number-picker/workbench'
import 'outbound-number-picker/style.css'
import { useSyncExternalStore } from 'react'

// From the SDK's script; its hook has to tell the picker that the agent's state changed.
declare const WorkbenchSdk: new (config: {
  instanceId: string
  onStatusChange: () => void
}) => Workbench

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })
const workbench = new WorkbenchSdk({
  instanceId: 'ccc-test',
  onStatusChange: () => dialing.onStatusChange(),
})
const dialing = dialWithWorkbench(workbench)

export function Dialer() {
  const dialDisabled = useSyncExternalStore(dialing.subscribe, () => dialing.dialDisabled)
  return (
    <OutboundNumberPicker
      client={client}
      userId="agent@ccc-test"
      onDial={dialing.onDial}
      dialDisabled={dialDisabled}
    />
  )
}
`

/** The script build, in a page without any framework. */
export const elementCode = `<script src="outbound-number-picker.js" defer></script>

<outbound-number-picker
  endpoint="/aliyun/ccc/api"
  instance-id="ccc-test"
  user-id="agent@ccc-test"
></outbound-number-picker>

<script type="module">
  const picker = document.querySelector('outbound-number-picker')
  picker.addEventListener('dial', ({ detail: { callee, caller } }) => {
    console.log(\`Dialing \${callee} from \${caller}\`)
  })
</script>
`

/** The picker in a frame, and the page around it. */
export const frameCode = `import { framePicker } from 'outbound-number-picker/frame'

const frame = document.querySelector('iframe')
if (!frame) throw new Error('The page has no frame.')

framePicker({
  frame,
  // Where dist/frame of the package is hosted; its index.html names this page's origin.
  src: 'https://picker.example/frame/index.html',
  settings: {
    endpoint: '/aliyun/ccc/api',
    instanceId: 'ccc-test',
    userId: 'agent@ccc-test',
  },
  onDial: ({ callee, caller }) => console.log(\`Dialing \${callee} from \${caller}\`),
})
`

/** A number that is clicked goes to the picker by its handle; the picker keeps it. */
export const clickToDialCode = `import { createProxyClient, OutboundNumberPicker, type PickerHandle } from 'outbound-number-picker'
import 'outbound-number-picker/style.css'
import { useRef } from 'react'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })

export function Desk({ numbers }: { numbers: readonly string[] }) {
  const picker = useRef<PickerHandle>(null)
  return (
    <>
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          onClick={() => {
            picker.current?.setCallee(number)
            picker.current?.focus()
          }}
        >
          {number}
        </button>
      ))}
      <OutboundNumberPicker
        ref={picker}
        client={client}
        userId="agent@ccc-test"
        onDial={({ callee, caller }) => console.log(callee, caller)}
      />
    </>
  )
}
`

/** The same with the number in the host's own state. */
export const numberKeptByHostCode = `import { createProxyClient, OutboundNumberPicker, type PickerHandle } from 'outbound-number-picker'
import 'outbound-number-picker/style.css'
import { useRef, useState } from 'react'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })

export function Desk({ numbers }: { numbers: readonly string[] }) {
  const picker = useRef<PickerHandle>(null)
  const [callee, setCallee] = useState('')
  return (
    <>
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          onClick={() => {
            setCallee(number)
            picker.current?.focus()
          }}
        >
          {number}
        </button>
      ))}
      <OutboundNumberPicker
        ref={picker}
        client={client}
        userId="agent@ccc-test"
        callee={callee}
        onCalleeChange={setCallee}
        onDial={({ callee, caller }) => console.log(callee, caller)}
      />
    </>
  )
}
`
