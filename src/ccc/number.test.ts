import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatNumber,
  maskNumber,
  readAnsweredNumber,
  readCallee,
  restoreLeadingZero,
} from './number.ts'

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

  it.each([
    ['010-89898989,12', '01089898989', '12'],
    ['010-89898989；12', '01089898989', '12'],
    ['010-89898989,10086', '01089898989', '10086'],
    ['0571 8888888 - 12', '05718888888', '12'],
  ])(
    'takes the last few digits of %s for an extension, and not for a number',
    (typed, number, extension) => {
      expect(readCallee(typed)).toMatchObject({ state: 'complete', number, extension })
    },
  )

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
    ['13888888888 139999999999', { reason: 'too-long' }],
    ['1'.repeat(10_000), { reason: 'too-long' }],
    ['+1 415 555 0100', { reason: 'foreign' }],
    ['00852 2888 8888', { reason: 'foreign' }],
    ['0110', { reason: 'prefix' }],
  ])('explains why %.20s is no number', (typed, reason) => {
    expect(readCallee(typed)).toMatchObject({ state: 'invalid', ...reason })
  })

  it.each([
    ['10086\n10010', '10086', 2],
    ['95588 96688', '95588', 2],
    ['95588-96688', '95588', 2],
    ['13888888888 01089898989', '13888888888', 2],
    ['13888888888\t01089898989', '13888888888', 2],
    ['138 8888 8888 / 139 9999 9999', '13888888888', 2],
    ['13888888888|13999999999', '13888888888', 2],
    ['13888888888、13999999999', '13888888888', 2],
    ['13888888888,13999999999', '13888888888', 2],
    ['13888888888，13999999999', '13888888888', 2],
    ['13888888888;13999999999', '13888888888', 2],
    ['13888888888；13999999999', '13888888888', 2],
    ['+86 138 8888 8888 +86 139 9999 9999', '13888888888', 2],
    ['(0571) 8765-4321 (010) 8989-8989', '057187654321', 2],
    ['1089898989\n57188888888', '01089898989', 2],
    ['10 8989 8989 / 10 6666 6666', '01089898989', 2],
    ['95588 400 123 4567', '95588', 2],
    ['+86 95588 96688', '95588', 2],
    ['13888888888 01089898989转8001', '13888888888', 2],
    ['95588 96688,12', '95588', 2],
    ['10086\r\n10010\r\n13888888888\r\n', '10086', 3],
    ['13888888888, 13999999999, 138 8888 8889', '13888888888', 3],
    ['13888888888;13999999999;95588', '13888888888', 3],
  ])('finds in %j several numbers, first %s', (typed, first, count) => {
    expect(readCallee(typed)).toEqual({ state: 'several', first, count })
  })

  it('takes two numbers for one until the second is complete, as an agent types it', () => {
    const states = (typed: string) => {
      const lengths = Array.from(typed, (_, index) => index + 1)
      return lengths.map((length) => readCallee(typed.slice(0, length)).state)
    }
    expect(readCallee('95588 9')).toMatchObject({ state: 'complete', number: '955889' })
    expect(readCallee('10086 100')).toMatchObject({ state: 'complete', number: '10086100' })
    for (const typed of ['95588 96688', '13888888888、13999999999', '10086 138 8888 8888']) {
      expect(states(typed).indexOf('several')).toBe(typed.length - 1)
    }
  })

  it('still finds several while one more is typed', () => {
    for (const typed of ['95588 96688 1', '13888888888 13999999999 138', '10086、10010、']) {
      expect(readCallee(typed)).toMatchObject({ state: 'several', count: 2 })
    }
  })

  it('takes nothing for several numbers in which something is no number', () => {
    expect(readCallee('13888888888/123')).toMatchObject({ reason: 'characters', found: '/' })
    expect(readCallee('13888888888 13999999999 abc')).toMatchObject({ found: 'abc' })
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

/** Numbers of every kind, in national form. */
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const startingWith = (starts: readonly string[], more: number) =>
  fc.tuple(fc.constantFrom(...starts), digits(more)).map((parts) => parts.join(''))
const short = fc
  .integer({ min: 3, max: 6 })
  .chain((more) => startingWith(['10', '11', '12', '95', '96'], more))
const longer = fc.oneof(
  startingWith(['13', '15', '18', '19'], 9),
  startingWith(['010', '020', '028'], 8),
  startingWith(['0310', '0571', '0955', '0991'], 7),
  startingWith(['0310', '0571', '0955', '0991'], 8),
  startingWith(['400', '800'], 7),
)
const oneNumber = fc.oneof(short, longer)
const countryCode = fc.constantFrom('', '', '+86 ', '+86', '0086 ', '86 ')

/** The number as people write it. */
const written = fc
  .tuple(countryCode, oneNumber, fc.boolean())
  .map(([country, number, grouped]) => ({
    number,
    text: country + (grouped ? formatNumber(number) : number),
  }))

/** The number with any blanks and signs between its digits. */
const inAnyGroups = fc.tuple(countryCode, oneNumber).chain(([country, number]) =>
  fc
    .array(fc.constantFrom('', '', '', ' ', '-', '.', ' - ', '\n', '\u00a0', ')('), {
      minLength: number.length,
      maxLength: number.length,
    })
    .map((signs) => country + Array.from(number, (digit, at) => digit + signs[at]).join('')),
)

describe('readCallee, of generated numbers', () => {
  it('never takes one number for several, whatever its groups', () => {
    fc.assert(
      fc.property(inAnyGroups, (typed) => {
        expect(readCallee(typed)).not.toMatchObject({ state: 'several' })
      }),
      { numRuns: 10_000 },
    )
  })

  it('never takes a landline without its zero for several, in the groups that people write', () => {
    const area = fc.constantFrom('10', '21', '571', '951', '955')
    const groups = fc.oneof(
      digits(8).map((local) => [local]),
      digits(7).map((local) => [local]),
      fc.tuple(digits(4), digits(4)),
      fc.tuple(digits(3), digits(4)),
    )
    fc.assert(
      fc.property(area, groups, fc.constantFrom(' ', '-', '.'), (code, local, sign) => {
        expect(readCallee([code, ...local].join(sign))).not.toMatchObject({ state: 'several' })
      }),
      { numRuns: 10_000 },
    )
  })

  it('finds every number that stands in a text, and first the first', () => {
    const between = fc.constantFrom('\n', ' ', '、', '/', ' | ', ', ', '；', '\t', '\r\n')
    const texts = fc.tuple(fc.array(written, { minLength: 2, maxLength: 5 }), between)
    fc.assert(
      fc.property(texts, ([numbers, sign]) => {
        const reading = readCallee(numbers.map(({ text }) => text).join(sign))
        const [first, last] = [numbers[0]?.number, numbers[numbers.length - 1]?.number]
        // A comma or semicolon before the last few digits begins an extension.
        if (numbers.length === 2 && reading.state === 'complete') {
          expect(sign).toMatch(/[,；]/)
          expect(reading).toMatchObject({ number: first, extension: last })
        } else {
          expect(reading).toEqual({ state: 'several', first, count: numbers.length })
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('never glues two numbers into a third, even in odd groups', () => {
    // Short numbers stay in one piece: 955 88 10086 may well be 0955 8810086 without its zero.
    const odd = longer.chain((number) =>
      fc
        .integer({ min: 1, max: number.length - 1 })
        .map((at) => ({ number, text: `${number.slice(0, at)} ${number.slice(at)}` })),
    )
    const piece = fc.oneof(written, odd)
    fc.assert(
      fc.property(piece, piece, fc.constantFrom('\n', ' ', '、'), (one, other, sign) => {
        const { state } = readCallee(one.text + sign + other.text)
        expect(['several', 'invalid']).toContain(state)
      }),
      { numRuns: 10_000 },
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

describe('maskNumber', () => {
  it.each([
    ['13888888888', '138****8888'],
    ['057188888888', '057*****8888'],
    ['4001234567', '400***4567'],
    ['12345678', '123*5678'],
    ['1234567', '12345**'],
    ['95588', '955**'],
    ['12', '**'],
    ['1', '1'],
    ['', ''],
  ])('shows %j as %j', (number, shown) => {
    expect(maskNumber(number)).toBe(shown)
  })
})
