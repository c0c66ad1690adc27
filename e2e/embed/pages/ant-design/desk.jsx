/** A desk for the tests in `e2e/hands`, built beside the example and with its picker. */
import { ConfigProvider } from 'antd'
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { AntPicker } from './AntPicker'
import './main.css'

const { hands } = window
const desk = document.querySelector('main')
const root = createRoot(desk)
const picker = createRef()

function draw(options) {
  root.render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <section>
        <AntPicker ref={picker} {...options} />
      </section>
    </ConfigProvider>,
  )
}

draw(hands.options)
hands.attach({
  root: desk,
  draw,
  handle: {
    setCallee: (number) => picker.current?.setCallee(number),
    focus: (options) => picker.current?.focus(options),
    reset: () => picker.current?.reset(),
  },
  remove: () => root.render(null),
  put: () => draw(hands.options),
})
