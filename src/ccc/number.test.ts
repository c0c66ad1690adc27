import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, readAnsweredNumber, readCallee, restoreLeadingZero } from './number.ts'

const complete = (typed: string) => {
  const reading = readCallee(typed)
  return reading.state === 'complete' ? reading.number : reading
}

describe('readCallee', () => {
  it.each([
    ['+86 138-8888-8888', '13888888888'],
    ['0086 138 8888 8888', '13888888888'],
    ['8613888888888', '13888888888'],
    ['+86 (0)10 8989 8989', '01089898989'],
    ['+86 10 8989 8989', '01089898989'],
    ['１３８８８８８８８８８', '13888888888'],
    ['＋８６　１３８－８８８８－８８８８', '13888888888'],
    ['(0571) 8888.8888', '057188888888'],
    ['【010】89898989', '01089898989'],
    ['\u202a138\u00a08888\u200b8888\u202c', '13888888888'],
    ['\t13888888888\r\n', '13888888888'],
    ['138–8888—8888', '13888888888'],
    ['tel:+86-138-8888-8888', '13888888888'],
    ['013888888888', '13888888888'],
    ['400-123-4567', '4001234567'],
    ['95588', '95588'],
    ['10086', '10086'],
  ])('reads %j as %s', (typed, number) => {
    expect(complete(typed)).toBe(number)
  })

  it.each([
    ['1089898989', '01089898989'],
    ['5718888888', '05718888888'],
    ['57188888888', '057188888888'],
    ['2188888888', '02188888888'],
    ['9518888888', '09518888888'],
  ])('gives the landline %s its zero back, as a spreadsheet took it', (typed, number) => {
    expect(complete(typed)).toBe(number)
  })

  it.each([
    ['010-89898989转123', '01089898989', '123'],
    ['010-89898989 分机：8001', '01089898989', '8001'],
    ['0571-88888888 ext. 12', '057188888888', '12'],
    ['tel:+8657188888888;ext=12', '057188888888', '12'],
    ['01089898989x9', '01089898989', '9'],
    ['010-89898989-123', '01089898989', '123'],
    ['0571-8888888-1', '05718888888', '1'],
  ])('takes the extension of %s off', (typed, number, extension) => {
    expect(readCallee(typed)).toMatchObject({ state: 'complete', number, extension })
  })

  it('does not mistake the last group of a number for an extension', () => {
    expect(readCallee('010-8989-8989')).toMatchObject({ number: '01089898989', extension: '' })
    expect(readCallee('0571-8888-8888')).toMatchObject({ number: '057188888888', extension: '' })
  })

  it.each([
    ['13888888888', true],
    ['01089898989', true],
    ['057188888888', true],
    ['4001234567', true],
    ['12345678', true],
    ['05718888888', false],
    ['95588', false],
    ['95588888', false],
    ['10086', false],
  ])('knows whether %s can continue', (typed, final) => {
    expect(readCallee(typed)).toMatchObject({ state: 'complete', final })
  })

  it.each([
    ['1', null],
    ['13800', 'mobile'],
    ['1388888888', 'mobile'],
    ['0', null],
    ['057', null],
    ['0571888', 'landline'],
    ['40', null],
    ['400123', 'hotline'],
    ['955', 'short'],
    ['10', 'short'],
    ['108989898', 'landline'],
    ['+', null],
    ['+8', null],
    ['+86', null],
    ['0086', null],
    ['8613', 'mobile'],
  ])('waits for more after %s', (typed, kind) => {
    expect(readCallee(typed)).toMatchObject({ state: 'incomplete', kind })
  })

  it('says how many digits a mobile number still needs', () => {
    expect(readCallee('13800')).toEqual({ state: 'incomplete', kind: 'mobile', missing: 6 })
  })

  it('takes a local number for incomplete, since its area code is missing', () => {
    expect(readCallee('88888888')).toMatchObject({ state: 'incomplete', kind: null })
  })

  it.each([
    ['abc', { reason: 'characters', found: 'abc' }],
    [';DROP', { reason: 'characters', found: ';DROP' }],
    ['138;DROP TABLE 1', { reason: 'characters', found: ';DROP TABLE' }],
    ['138abc88888888', { reason: 'characters', found: 'abc' }],
    ['📞', { reason: 'characters', found: '📞' }],
    ['1️⃣3️⃣8️⃣', { reason: 'characters' }],
    ['138****8888', { reason: 'characters', found: '****' }],
    ['138+88888888', { reason: 'characters', found: '+' }],
    ['x'.repeat(100), { reason: 'characters', found: 'x'.repeat(12) }],
    ['138888888881', { reason: 'too-long' }],
    ['40012345678', { reason: 'too-long' }],
    ['13888888888 13999999999', { reason: 'too-long' }],
    ['1'.repeat(10_000), { reason: 'too-long' }],
    ['+1 415 555 0100', { reason: 'foreign' }],
    ['00852 2888 8888', { reason: 'foreign' }],
    ['0110', { reason: 'prefix' }],
  ])('explains why %.20s is no number', (typed, reason) => {
    expect(readCallee(typed)).toMatchObject({ state: 'invalid', ...reason })
  })

  it.each(['', '  ', '\u200b'])('finds nothing in %j', (typed) => {
    expect(readCallee(typed)).toEqual({ state: 'empty' })
  })

  it('answers every text at all, and a complete number is digits of a length that can be dialed', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789+-() .转x*'), maxLength: 24 })
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary', maxLength: 300 })), (typed) => {
        const reading = readCallee(typed)
        if (reading.state === 'complete') expect(reading.number).toMatch(/^\d{5,12}$/)
      }),
      { numRuns: 5_000 },
    )
  })

  it('reads a number again as itself, formatted or not', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 5, maxLength: 14 })
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readCallee(text)
        if (reading.state !== 'complete') return
        expect(readCallee(reading.number)).toEqual(reading)
        expect(readCallee(formatNumber(reading.number))).toEqual(reading)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('readAnsweredNumber', () => {
  it.each([
    [1089898989, '01089898989'],
    [13888888888, '13888888888'],
    [4001234567, '4001234567'],
    [95588, '95588'],
    ['1089898989', '01089898989'],
    ['01089898989', '01089898989'],
    ['+86 10-8989-8989', '01089898989'],
    ['8613888888888', '13888888888'],
    ['1388888****', '1388888****'],
    ['108989****', '0108989****'],
    ['400123****', '400123****'],
  ])('reads %j as %s', (value, number) => {
    expect(readAnsweredNumber(value)).toBe(number)
  })

  it.each([
    [null],
    [undefined],
    [''],
    ['***'],
    ['unknown'],
    [-1],
    [0],
    [1.5],
    [Number.NaN],
    [{}],
    [true],
  ])('finds no number in %j', (value) => {
    expect(readAnsweredNumber(value)).toBeNull()
  })
})

describe('restoreLeadingZero', () => {
  it.each([
    ['1089898989', '01089898989'],
    ['57188888888', '057188888888'],
    ['310123456', '0310123456'],
    ['13888888888', '13888888888'],
    ['8001234567', '8001234567'],
    ['12345', '12345'],
    ['057188888888', '057188888888'],
  ])('makes %s into %s', (digits, restored) => {
    expect(restoreLeadingZero(digits)).toBe(restored)
  })
})

describe('formatNumber', () => {
  it.each([
    ['13888888888', '138 8888 8888'],
    ['01089898989', '010 8989 8989'],
    ['02188888888', '021 8888 8888'],
    ['057188888888', '0571 8888 8888'],
    ['05718888888', '0571 888 8888'],
    ['4001234567', '400 123 4567'],
    ['1388888****', '138 8888 ****'],
    ['0108989****', '010 8989 ****'],
    ['95588', '95588'],
    ['something else', 'something else'],
  ])('shows %s as %s', (number, shown) => {
    expect(formatNumber(number)).toBe(shown)
  })
})
