import { describe, expect, it } from 'vitest'
import { CccError, openEnvelope, pickOutboundNumbers } from '../../ccc/index.ts'
import { readAnswer } from './answer.ts'

interface Sent {
  status?: number
  type?: string
  requestId?: string
  action?: string
}

function read(text: string, { action = 'PickOutboundNumbers', ...sent }: Sent = {}) {
  return readAnswer({ status: 200, type: '', requestId: '', ...sent, text }, action)
}

const parsed = (text: string, sent?: Sent): unknown => JSON.parse(read(text, sent).body)

function refusal(text: string, sent?: Sent): CccError {
  try {
    read(text, sent)
  } catch (error) {
    if (error instanceof CccError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

const pair = (number: string) =>
  `<Callee><Number>13888888888</Number><City>北京</City><Province>北京</Province></Callee>
   <Caller><Number>${number}</Number><City>北京</City><Province>北京</Province></Caller>`

const onePair = (number: string) => ({
  Callee: { Number: '13888888888', City: '北京', Province: '北京' },
  Caller: { Number: number, City: '北京', Province: '北京' },
})

describe('an answer in JSON', () => {
  it('that is nested beyond reason is not one', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    expect(refusal(`{"Code":"OK","Data":${deep}}`)).toMatchObject({
      code: 'UnreadableAnswer',
      message: expect.stringContaining('too deeply'),
    })
  })

  it('is handed on letter by letter, so that no number changes', () => {
    const body = '{"Code":"OK", "Data":{"Number":10898989891234567890,"x":1.0}}'
    expect(read(body)).toMatchObject({ status: 200, body, code: 'OK', requestId: '' })
  })

  it('keeps its status when it is a refusal', () => {
    const body = '{"Code":"NotExists.InstanceId","Message":"…","RequestId":"r","HostId":"h"}'
    expect(read(body, { status: 404 })).toMatchObject({
      status: 404,
      body,
      code: 'NotExists.InstanceId',
      requestId: 'r',
    })
  })

  it.each([
    ['{"Code":"InternalError","HttpStatusCode":500}', 500],
    ['{"Code":"Throttling.User","HttpStatusCode":"400"}', 400],
    ['{"Code":"InternalError"}', 200],
    ['{"Code":"InternalError","HttpStatusCode":700}', 200],
    ['{"Code":"OK","HttpStatusCode":500}', 200],
  ])('that refuses under status 200 gets the status it tells: %s', (body, status) => {
    expect(read(body)).toMatchObject({ status, body })
  })

  it.each([
    ['an empty body', ''],
    ['blanks', ' \n '],
    ['JSON that breaks off', '{"Code":"OK","Data":[{"Cal'],
    ['an array', '[1]'],
    ['null', 'null'],
    ['text', 'upstream connect error'],
    ['an error of another framework', '{"status":500,"error":"x"}'],
    ['a Code that is no text', '{"Code":200}'],
    ['an empty Code', '{"Code":""}'],
  ])('is unreadable when it is %s', (_, body) => {
    expect(refusal(body, { status: 503, requestId: 'r-1' })).toMatchObject({
      code: 'UnreadableAnswer',
      httpStatus: 502,
      requestId: 'r-1',
      message: expect.stringContaining('HTTP 503'),
    })
  })

  it('is not quoted when it is unreadable, because it may hold numbers', () => {
    expect(refusal('{"Number":"13888888888').message).not.toContain('138')
  })
})

describe('an answer in XML', () => {
  it('becomes the same envelope in JSON, with its numbers as text', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <PickOutboundNumbersResponse><RequestId>r</RequestId><HttpStatusCode>200</HttpStatusCode>
      <Data>${pair('01089898989')}</Data><Code>OK</Code></PickOutboundNumbersResponse>`
    expect(parsed(xml)).toEqual({
      Code: 'OK',
      Message: '',
      RequestId: 'r',
      HttpStatusCode: 200,
      Data: onePair('01089898989'),
    })
  })

  it('may lack its root element, as the sample of the API does', () => {
    const xml = `<RequestId>r</RequestId><HttpStatusCode>200</HttpStatusCode><Data>${pair('1089898989')}</Data><Code>OK</Code>`
    expect(parsed(xml)).toMatchObject({ Code: 'OK', Data: onePair('1089898989') })
  })

  it.each([
    ['no pair', '<Data/>', []],
    ['no pair, written out', '<Data> </Data>', []],
    ['no pair in the wrapper', '<Data><NumberPair/></Data>', []],
    ['one', `<Data><NumberPair>${pair('010')}</NumberPair></Data>`, [onePair('010')]],
    [
      'two',
      `<Data><NumberPair>${pair('010')}</NumberPair><NumberPair>${pair('021')}</NumberPair></Data>`,
      [onePair('010'), onePair('021')],
    ],
    [
      'two that repeat Data',
      `<Data>${pair('010')}</Data><Data>${pair('021')}</Data>`,
      [onePair('010'), onePair('021')],
    ],
  ])('is a list of pairs for a pick: %s', (_, data, list) => {
    expect(parsed(`<R><Code>OK</Code>${data}</R>`)).toMatchObject({ Data: list })
  })

  it.each([
    ['nothing', '<List/>', []],
    ['one', '<List><SkillLevel><SkillGroupId>a</SkillGroupId></SkillLevel></List>', ['a']],
    [
      'one, unwrapped',
      '<List><SkillGroupId>a</SkillGroupId><SkillLevel>5</SkillLevel></List>',
      ['a'],
    ],
    [
      'two',
      '<List><SkillLevel><SkillGroupId>a</SkillGroupId></SkillLevel><SkillLevel><SkillGroupId>b</SkillGroupId></SkillLevel></List>',
      ['a', 'b'],
    ],
    [
      'two that repeat List',
      '<List><SkillGroupId>a</SkillGroupId></List><List><SkillGroupId>b</SkillGroupId></List>',
      ['a', 'b'],
    ],
  ])('is a list of what a page holds: %s', (_, list, ids) => {
    const xml = `<R><Code>OK</Code><Data><TotalCount>2</TotalCount>${list}</Data></R>`
    expect(parsed(xml, { action: 'ListSkillLevelsOfUser' })).toMatchObject({
      Data: { TotalCount: '2', List: ids.map((id) => ({ SkillGroupId: id })) },
    })
  })

  it('keeps its refusal and its status', () => {
    const xml =
      '<Error><RequestId>r</RequestId><HostId>h</HostId><Code>InvalidApi.NotFound</Code><Message>Not &lt;found&gt;.</Message></Error>'
    expect(read(xml, { status: 404, type: 'text/xml' }).status).toBe(404)
    expect(parsed(xml, { status: 404 })).toEqual({
      RequestId: 'r',
      HostId: 'h',
      Code: 'InvalidApi.NotFound',
      Message: 'Not <found>.',
      HttpStatusCode: 404,
    })
  })

  it('is understood by the widget', () => {
    const xml = `<R><RequestId>r</RequestId><Code>OK</Code><Data>${pair('1089898989')}</Data></R>`
    const pick = pickOutboundNumbers.read(openEnvelope({ status: 200, data: read(xml).body }))
    expect(pick.candidates).toMatchObject([{ number: '01089898989', match: 'same-city' }])
  })

  it.each([
    '<a><Code>OK</Code>',
    '<a>OK</a>',
    '<!DOCTYPE x [<!ENTITY y "z">]><R><Code>&y;</Code></R>',
  ])('is unreadable when it is %s', (xml) => {
    expect(refusal(xml)).toMatchObject({ code: 'UnreadableAnswer', httpStatus: 502 })
  })
})

describe('a page', () => {
  it.each([
    '<html><head><title> 502 Bad Gateway </title></head></html>',
    '<!DOCTYPE html><title>502 Bad Gateway</title>',
    '<!doctype HTML PUBLIC "-//W3C//DTD"><HTML><TITLE>502 Bad Gateway</TITLE>',
  ])('stands for a bad gateway, and is named: %s', (page) => {
    expect(refusal(page, { status: 503 })).toMatchObject({
      code: 'BadGateway',
      httpStatus: 502,
      message: 'A page answered instead of the cloud: 502 Bad Gateway (HTTP 503).',
    })
  })

  it('is known by its media type where its text does not tell', () => {
    const page = '<!-- hello --><div>Sign in</div>'
    expect(refusal(page, { type: 'text/html' })).toMatchObject({ code: 'BadGateway' })
  })
})
