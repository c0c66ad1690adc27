import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createProxyClient } from '../../client/index.ts'
import { enUS } from '../messages/index.ts'
import { OutboundNumberPicker, type OutboundNumberPickerProps } from './OutboundNumberPicker.tsx'
import {
  type OutboundNumberPickerOptions,
  useOutboundNumberPicker,
} from './useOutboundNumberPicker.ts'

const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })
const onDial = () => {}

/** Renders the component as a page without types may write it. */
const draw = (props: object) =>
  renderToString(createElement(OutboundNumberPicker, props as OutboundNumberPickerProps))

/** The same for the hook. */
const drawHook = (options: object) => {
  const Own = () => useOutboundNumberPicker(options as OutboundNumberPickerOptions).status
  return renderToString(createElement(Own))
}

afterEach(() => vi.unstubAllEnvs())

const aWhole = 'Use a whole number above 0, such as 5.'
const aFlag = 'Use true or false.'
const aText = 'Use text, or leave it out.'
const aNumber = 'Use text, such as "13888888888", or leave it out.'
const aFunction = 'Pass a function, or leave it out.'

describe('a prop with a wrong value is named, with the way out', () => {
  it.each([
    [{ client: null }, 'client is null. Pass what createProxyClient() made.'],
    [
      { client: '/aliyun/ccc/api' },
      'client is "/aliyun/ccc/api". Pass what createProxyClient() made.',
    ],
    [{ onDial: 'call' }, 'onDial is "call". Pass a function that makes the call.'],
    [{ onDial: undefined }, 'onDial is undefined. Pass a function that makes the call.'],
    [{ callee: null }, `callee is null. ${aNumber}`],
    [{ defaultCallee: 13_888_888_888 }, `defaultCallee is a number. ${aNumber}`],
    [{ userId: 7 }, `userId is 7. ${aText}`],
    [{ instanceId: null }, `instanceId is null. ${aText}`],
    [
      { locale: 'en-US' },
      `locale is "en-US". Import the language: import { enUS } from 'outbound-number-picker', and then locale={enUS}.`,
    ],
    [{ theme: 'blue' }, 'theme is "blue". Use "auto" or "light" or "dark".'],
    [{ density: 'dense' }, 'density is "dense". Use "comfortable" or "compact".'],
    [{ count: '5' }, `count is "5". ${aWhole}`],
    [{ maxCount: 0 }, `maxCount is 0. ${aWhole}`],
    [{ callerCap: 2.5 }, `callerCap is 2.5. ${aWhole}`],
    [{ guardTimeout: Number.NaN }, `guardTimeout is NaN. ${aWhole}`],
    [{ maskCallee: 'true' }, `maskCallee is "true". ${aFlag}`],
    [{ memory: 0 }, `memory is 0. ${aFlag}`],
    [{ dialDisabled: null }, 'dialDisabled is null. Use true, false, or the reason as text.'],
    [{ skillGroups: 'a' }, 'skillGroups is "a". Pass a list of { id, name }, or leave it out.'],
    [
      { messages: '拨打' },
      'messages is "拨打". Pass texts by their names, such as { dial: "Call" }.',
    ],
    [{ history: {} }, 'history is an object. Pass what historyFromRecords() returns, or your own.'],
    [{ beforeDial: {} }, `beforeDial is an object. ${aFunction}`],
    [{ annotateCaller: [] }, `annotateCaller is an object. ${aFunction}`],
    [{ onSelect: true }, `onSelect is true. ${aFunction}`],
    [{ onCalleeChange: null }, `onCalleeChange is null. ${aFunction}`],
    [{ onError: 'log' }, `onError is "log". ${aFunction}`],
  ])('%j', (props, sentence) => {
    expect(() => draw({ client, onDial, ...props })).toThrow(
      new TypeError(`OutboundNumberPicker: ${sentence}`),
    )
    expect(() => drawHook({ client, onDial, ...props })).toThrow(
      new TypeError(`useOutboundNumberPicker: ${sentence}`),
    )
  })

  it.each([
    [
      {},
      'client is undefined. Pass what createProxyClient() made, or endpoint="/aliyun/ccc/api", the address of your proxy.',
    ],
    [
      { endpoint: '' },
      'endpoint is empty. Pass the address of your proxy, such as "/aliyun/ccc/api".',
    ],
    [
      { endpoint: 8787 },
      'endpoint is 8787. Pass the address of your proxy, such as "/aliyun/ccc/api".',
    ],
    [
      { endpoint: '/ccc', client },
      'endpoint is "/ccc". There is a client too, which has an endpoint of its own: pass one of them.',
    ],
  ])('the component takes a client or an endpoint: %j', (props, sentence) => {
    expect(() => draw({ onDial, ...props })).toThrow(
      new TypeError(`OutboundNumberPicker: ${sentence}`),
    )
  })

  it('the hook takes a client', () => {
    for (const options of [{ onDial }, { onDial, endpoint: '/aliyun/ccc/api' }]) {
      expect(() => drawHook(options)).toThrow(
        new TypeError(
          'useOutboundNumberPicker: client is undefined. Pass what createProxyClient() made.',
        ),
      )
    }
  })
})

describe('nothing is said', () => {
  it.each([
    { client, callee: '', count: 1, locale: enUS, theme: 'dark', dialDisabled: 'On a break.' },
    { client, callee: undefined, theme: undefined, messages: {}, skillGroups: [] },
    { endpoint: '/aliyun/ccc/api', client: undefined },
  ])('of what is right', (props) => {
    expect(draw({ onDial, ...props })).toContain('<input')
  })

  it('in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(draw({ client, onDial, theme: 'blue' })).toContain('data-theme="blue"')
    expect(() => draw({ onDial })).toThrow(/^createProxyClient: endpoint is empty/)
  })
})
