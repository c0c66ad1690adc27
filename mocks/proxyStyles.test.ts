import { expect, it } from 'vitest'
import { restyle } from './proxyStyles.ts'

const body = {
  Code: 'OK',
  HttpStatusCode: 200,
  Data: { NumberPair: [{ Caller: { Number: '01089898989', City: null } }] },
}

it('leaves an answer as the cloud gave it', () => {
  expect(restyle(body, 'cloud')).toEqual(body)
})

it('lowers the first letter of every key, however deep', () => {
  expect(restyle(body, 'camel')).toEqual({
    code: 'OK',
    httpStatusCode: 200,
    data: { numberPair: [{ caller: { number: '01089898989', city: null } }] },
  })
})

it('replaces an object that holds one array by that array', () => {
  expect(restyle(body, 'unwrapped')).toEqual({
    code: 'OK',
    httpStatusCode: 200,
    data: [{ caller: { number: '01089898989', city: null } }],
  })
})

it('keeps an array that has neighbours', () => {
  expect(restyle({ Data: { TotalCount: 1, List: ['a'] } }, 'unwrapped')).toEqual({
    data: { totalCount: 1, list: ['a'] },
  })
})

it('encodes twice, together with whoever writes the answer', () => {
  const written = JSON.stringify(restyle(body, 'twice'))
  expect(JSON.parse(JSON.parse(written))).toEqual(body)
})
