import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { OutboundNumberPicker } from './OutboundNumberPicker.tsx'

/** The picker's own tag, as a server writes it. */
function rootWith(attributes: object): string {
  const props = { endpoint: '/aliyun/ccc/api', onDial() {}, ...attributes }
  return renderToString(createElement(OutboundNumberPicker, props)).split('>', 1).join()
}

it('takes what a host says of the element around all parts', () => {
  const root = rootWith({
    className: 'dialer',
    id: 'first',
    'data-test': 'picker',
    style: { order: 2 },
  })
  expect(root).toContain('class="onp dialer"')
  expect(root).toContain('id="first"')
  expect(root).toContain('data-test="picker"')
  expect(root).toContain('style="order:2"')
})

it('keeps what the picker itself says of it', () => {
  const root = rootWith({
    'data-theme': 'blue',
    theme: 'dark',
    part: 'mine',
    lang: 'fr',
    title: 'x',
  })
  expect(root).toMatch(/^<div data-theme="dark" class="onp" part="picker" .*lang="zh-CN"$/)
})
