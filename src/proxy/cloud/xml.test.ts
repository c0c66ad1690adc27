import { describe, expect, it } from 'vitest'
import { readXml } from './xml.ts'

describe('readXml', () => {
  it('keeps every value as the text it is', () => {
    expect(readXml('<A><N>01089898989</N><E>1e3</E><T>true</T><B/></A>')).toEqual({
      A: { N: '01089898989', E: '1e3', T: 'true', B: '' },
    })
  })

  it('makes an array of what is repeated', () => {
    expect(readXml('<A><P><N>1</N></P><P><N>2</N></P></A>')).toEqual({
      A: { P: [{ N: '1' }, { N: '2' }] },
    })
  })

  it('reads a document without a root, as the sample of the API is', () => {
    expect(readXml('<RequestId>r</RequestId>\n<Code>OK</Code>\n')).toEqual({
      RequestId: 'r',
      Code: 'OK',
    })
  })

  it('reads a document with its declaration', () => {
    expect(readXml('<?xml version="1.0" encoding="UTF-8"?>\n<A>1</A>')).toEqual({ A: '1' })
  })

  it('decodes characters once', () => {
    expect(readXml('<A>&lt;b&gt; &amp;amp; &quot;&apos; &#21271;&#x4eac;</A>')).toEqual({
      A: '<b> &amp; "\' 北京',
    })
  })

  it('leaves alone what is no character', () => {
    expect(readXml('<A>&nbsp; &#9999999; &#xffffff;</A>')).toEqual({
      A: '&nbsp; &#9999999; &#xffffff;',
    })
  })

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>'],
    ['a document type of other letters', '<!doctype a><a/>'],
    ['an element that is not closed', '<a><b></a>'],
    ['an answer that breaks off', '<a><Code>OK</Co'],
    ['a name that would reach the prototype', '<a><__proto__><x>1</x></__proto__></a>'],
    ['nesting beyond reason', '<a>'.repeat(500) + '</a>'.repeat(500)],
  ])('refuses %s', (_, xml) => {
    expect(readXml(xml)).toBeNull()
  })
})
