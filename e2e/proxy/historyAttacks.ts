import { SignJWT } from 'jose'
import { CUSTOMER } from './historyDesk.ts'

export const SECRET = 'a-secret-of-thirty-two-characters'
export const OTHER_CUSTOMER = '13912345678'
/** The company's, but not among those that are offered for either customer. */
export const OTHER_CALLER = '02161330089'

/** What an agent has in hand. */
interface Hand {
  offer: string
  /** Those in the offer. */
  callers: readonly string[]
  /** The offer that a colleague got for the same customer. */
  colleagues: string
}

/** What is sent in place of an honest question, and how it is refused. */
export interface Attack {
  attack: string
  action: string
  request: (hand: Hand) => object | Promise<object>
  code: string
}

function aboutCallee(attack: string, calledNumber: unknown): Attack {
  return {
    attack,
    action: 'GetCalleeHistory',
    request: ({ offer }) => ({ calledNumber, offer }),
    code: 'Forbidden.Offer',
  }
}

function aboutCallers(attack: string, callerNumberList: unknown): Attack {
  return {
    attack,
    action: 'GetCallerUsage',
    request: ({ offer }) => ({ callerNumberList, offer }),
    code: 'BadRequest',
  }
}

/** An honest question with the wrong offer, of both kinds. */
function withOffer(
  attack: string,
  offerOf: (hand: Hand) => unknown,
  code = 'Forbidden.Offer',
): Attack[] {
  return [
    {
      attack,
      action: 'GetCalleeHistory',
      request: async (hand) => ({ calledNumber: CUSTOMER, offer: await offerOf(hand) }),
      code,
    },
    {
      attack,
      action: 'GetCallerUsage',
      request: async (hand) => ({ callerNumberList: hand.callers, offer: await offerOf(hand) }),
      code,
    },
  ]
}

function withParameter(name: string, value: unknown, code = 'BadRequest'): Attack {
  return {
    attack: `the parameter ${name}`,
    action: 'GetCalleeHistory',
    request: ({ offer }) => ({ calledNumber: CUSTOMER, offer, [name]: value }),
    code,
  }
}

function directly(action: string): Attack {
  const request = { pageNumber: 1, pageSize: 100, calledNumber: CUSTOMER }
  return {
    attack: 'the records themselves',
    action,
    request: () => request,
    code: 'Forbidden.Action',
  }
}

/** An offer with one part of it replaced, and the rest as it was. */
function replaced(offer: string, part: 0 | 1, replace: (claims: object) => object): string {
  const parts = offer.split('.')
  const text = JSON.stringify(replace(decoded(parts[part])))
  parts[part] = Buffer.from(text).toString('base64url')
  return parts.join('.')
}

function decoded(part = ''): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString())
}

function signedElsewhere(offer: string): Promise<string> {
  const jwt = new SignJWT(decoded(offer.split('.')[1])).setProtectedHeader({ alg: 'HS256' })
  return jwt.sign(Buffer.from(SECRET))
}

export const attacks: readonly Attack[] = [
  aboutCallee('another callee than the picked one', OTHER_CUSTOMER),
  aboutCallee('the callee’s neighbour', '13888888889'),
  aboutCallee('a part of the callee', '1388888'),
  aboutCallee('a wildcard', '138*'),
  aboutCallee('a wildcard for one digit', '1388888888?'),
  aboutCallee('a wildcard of SQL', '138%'),
  aboutCallee('a masked callee', '1388888****'),
  aboutCallee('a range of callees', '13888888888-13888888899'),
  aboutCallee('two callees', `${CUSTOMER},${OTHER_CUSTOMER}`),
  aboutCallee('an extension behind the callee', `${CUSTOMER}转1`),
  aboutCallee('an empty callee', ''),
  aboutCallee('no callee', null),
  aboutCallee('the callee in a list', [CUSTOMER]),
  aboutCallee('a list of callees', [CUSTOMER, OTHER_CUSTOMER]),
  aboutCallee('an object for a callee', { from: CUSTOMER }),
  aboutCallee('true for a callee', true),
  aboutCallee('zero for a callee', 0),

  aboutCallers(
    'a thousand callers',
    Array.from({ length: 1000 }, (_, index) => `0216133${index}`),
  ),
  aboutCallers('a caller that is no text', [1089898989]),
  aboutCallers('null in the list of callers', [null]),
  aboutCallers('a list in the list of callers', [['01089898989']]),
  aboutCallers('an object for callers', { from: '01089898989' }),
  aboutCallers('a caller outside a list', '01089898989'),
  aboutCallers('a wildcard for callers', '*'),
  aboutCallers('true for callers', true),
  aboutCallers('no callers', null),

  ...withOffer('a colleague’s offer', ({ colleagues }) => colleagues),
  ...withOffer('an offer turned to another callee', ({ offer }) =>
    replaced(offer, 1, (claims) => ({ ...claims, callee: OTHER_CUSTOMER })),
  ),
  ...withOffer('an offer with another caller in it', ({ offer }) =>
    replaced(offer, 1, (claims) => ({ ...claims, callers: [OTHER_CALLER] })),
  ),
  ...withOffer('an offer that says it needs no signature', ({ offer }) =>
    replaced(offer, 0, () => ({ alg: 'none' })),
  ),
  ...withOffer('an offer without its signature', ({ offer }) => offer.replace(/[^.]*$/, '')),
  ...withOffer('an offer that somebody else signed', ({ offer }) => signedElsewhere(offer)),
  ...withOffer('half an offer', ({ offer }) => offer.slice(0, offer.length / 2)),
  ...withOffer('a thousand letters for an offer', () => 'x'.repeat(1000)),
  ...withOffer('an offer in a list', ({ offer }) => [offer]),
  ...withOffer('true for an offer', () => true),
  ...withOffer('no offer', () => null, 'BadRequest'),
  ...withOffer('an empty offer', () => '', 'BadRequest'),

  withParameter('startTime', 0),
  withParameter('endTime', 1),
  withParameter('agentId', 'colleague@ccc-test'),
  withParameter('pageSize', 100),
  withParameter('callingNumber', OTHER_CALLER),
  withParameter('number', OTHER_CUSTOMER),
  withParameter('instanceId', 'other', 'Forbidden.Instance'),
  directly('ListCallDetailRecordsV2'),
  directly('ListCallDetailRecords'),
]
