/** The same answer shown by the picker, by a bare React list and by bare DOM, and how long each takes to paint it. */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../../src/picker/picker.css'
import { createProxyClient } from '../../src/client/index.ts'
import { OutboundNumberPicker } from '../../src/picker/index.ts'

export interface Painted {
  /** Milliseconds from the answer until its first row was painted. */
  first: number
  /** Until all rows were. */
  all: number
}

declare global {
  interface Window {
    paint: Readonly<Record<string, (rows: number) => Promise<Painted>>>
  }
}

interface Row {
  number: string
  place: string
}

const rowsOf = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({
    number: `010${80_000_000 + index}`,
    place: '北京',
  }))

const stage = document.getElementById('stage') ?? document.body

/** Waits until what is there now has been painted. */
function nextPaint(): Promise<void> {
  return new Promise((done) => {
    // A message posted within a frame arrives after that frame was painted.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    requestAnimationFrame(() => port2.postMessage(null))
  })
}

/** Measures from now on, while `show` has just been called. */
async function measure(count: number, since: number): Promise<Painted> {
  const shown = () => stage.querySelectorAll('[type=radio]').length
  let first = 0
  for (;;) {
    await nextPaint()
    const now = performance.now() - since
    if (first === 0 && shown() > 0) first = now
    if (shown() === count) return { first, all: now }
  }
}

function BareList({ register }: { register: (show: (rows: readonly Row[]) => void) => void }) {
  const [rows, setRows] = useState<readonly Row[]>([])
  register(setRows)
  return (
    <div role="radiogroup">
      {rows.map(({ number, place }, index) => (
        <label key={number} style={{ display: 'block' }}>
          <input type="radio" name="bare" defaultChecked={index === 0} />
          <span>{number}</span>
          <span>{place}</span>
        </label>
      ))}
    </div>
  )
}

async function bareReact(count: number): Promise<Painted> {
  const root = createRoot(stage)
  let show: (rows: readonly Row[]) => void = () => {}
  root.render(
    <BareList
      register={(setRows) => {
        show = setRows
      }}
    />,
  )
  await nextPaint()
  const since = performance.now()
  show(rowsOf(count))
  const painted = await measure(count, since)
  root.unmount()
  return painted
}

async function bareDom(count: number): Promise<Painted> {
  await nextPaint()
  const since = performance.now()
  const list = document.createElement('div')
  for (const { number, place } of rowsOf(count)) {
    const label = document.createElement('label')
    label.style.display = 'block'
    const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'dom' })
    const texts = [number, place].map((text) =>
      Object.assign(document.createElement('span'), { textContent: text }),
    )
    label.append(radio, ...texts)
    list.append(label)
  }
  stage.append(list)
  const painted = await measure(count, since)
  list.remove()
  return painted
}

async function picker(count: number): Promise<Painted> {
  const root = createRoot(stage)
  let answer = () => {}
  const Data = rowsOf(count).map(({ number, place }) => ({
    Callee: { Province: '北京', City: '北京' },
    Caller: { Number: number, Province: place, City: place },
  }))
  const client = createProxyClient({
    endpoint: '/',
    request: () =>
      new Promise((resolve) => {
        answer = () => resolve({ status: 200, data: { Code: 'OK', Data } })
      }),
  })
  root.render(
    <OutboundNumberPicker
      client={client}
      skillGroups={[{ id: 'presales@ccc-test', name: '售前咨询' }]}
      defaultCallee="13888888888"
      memory={false}
      onDial={() => {}}
    />,
  )
  while (!stage.querySelector('.onp-skeleton')) await nextPaint()
  await nextPaint()
  await nextPaint()
  const since = performance.now()
  answer()
  const painted = await measure(count, since)
  root.unmount()
  await nextPaint()
  return painted
}

window.paint = { picker, 'bare React list': bareReact, 'bare DOM': bareDom }
