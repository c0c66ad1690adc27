import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { scenarioById } from '../../mocks/index.ts'
import { CUSTOMER, startDesks } from './historyDesk.ts'

const isAbout = (action: string, init: RequestInit | undefined) =>
  new Headers(init?.headers).get('x-acs-action') === action

/** A cloud that answers a pick right after what else it was asked at that time. */
function answerPicksLast(): typeof fetch {
  let others: Promise<unknown> = Promise.resolve()

  const answerWhole: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    const { status, headers } = response
    return new Response(await response.text(), { status, headers })
  }

  return async (input, init) => {
    const answering = answerWhole(input, init)
    if (isAbout('PickOutboundNumbers', init)) {
      await Promise.all([answering, others])
      await turnOfLoop()
    } else others = answering
    return answering
  }
}

/** A cloud that answers about records only when it is let to. */
function holdRecords() {
  let release = () => {}
  const promise = new Promise<void>((resolve) => {
    release = resolve
  })
  const held: typeof fetch = async (input, init) => {
    if (isAbout('ListCallDetailRecordsV2', init)) await promise
    return fetch(input, init)
  }
  return { fetch: held, release: () => release() }
}

describe('the answer to a pick', () => {
  it('is that of the cloud letter by letter, with the offer and the history behind it', async () => {
    const { desk, startReplica } = await startDesks()
    const plain = await desk('agent@ccc-test', await startReplica({ actions: 'picker' })).pick()
    const { text, Offer, CalleeHistory } = await desk().pick()
    const withoutId = (answer: string) => answer.replace(/"RequestId":"[^"]*"/, '')
    const more = JSON.stringify({ Offer, CalleeHistory }).slice(1)
    expect(withoutId(text)).toBe(withoutId(plain.text).replace(/}$/, `,${more}`))
  })

  it('tells what GetCalleeHistory would tell, if the cloud knows it as soon as the numbers', async () => {
    const { desk, recordsAsked } = await startDesks({ fetch: answerPicksLast() })
    const { Offer, CalleeHistory } = await desk().pick()
    const asked = recordsAsked().length
    expect((await desk().history(CUSTOMER, Offer)).Data).toEqual(CalleeHistory)
    expect(CalleeHistory).toMatchObject({ Last7Days: 2 })
    expect([asked, recordsAsked().length]).toEqual([1, 1])
  })

  it('does not wait for history', async () => {
    const { fetch: held, release } = holdRecords()
    const { desk, recordsAsked } = await startDesks({ fetch: held })
    const { Code, Offer, CalleeHistory } = await desk().pick()
    expect([Code, CalleeHistory]).toEqual(['OK', undefined])
    const asking = desk().history(CUSTOMER, Offer)
    release()
    expect((await asking).Data).toMatchObject({ Last7Days: 2 })
    expect(recordsAsked()).toHaveLength(1)
  })

  it.each([
    ['no number is offered', scenarioById('empty').callee],
    ['the pick is refused', scenarioById('forbidden').callee],
  ])('tells nothing if %s', async (_, callee) => {
    const { desk } = await startDesks({ fetch: answerPicksLast() })
    expect((await desk().pick(callee)).CalleeHistory).toBeUndefined()
  })

  it('is that of the moment for each desk where nobody is asked who they are', async () => {
    const { desk, cloud } = await startDesks({ authenticate: 'none', fetch: answerPicksLast() })
    await desk().pick()
    const [caller = ''] = (await desk().offered()).callers
    const at = Date.now()
    const agentId = 'agent@ccc-test'
    cloud.record({ caller, callee: CUSTOMER, agentId, at, seconds: 9, outcome: 'answered' })
    expect((await desk().pick()).CalleeHistory).toMatchObject({ LastAnswered: { Caller: caller } })
  })

  it.each(['seed-json', 'seed-xml', 'wrapped', 'one', 'nonsense-entry'] as const)(
    'has an offer in each form in which the cloud gives candidates: %s',
    async (id) => {
      const { desk } = await startDesks()
      const { callee } = scenarioById(id)
      const { offer, callers } = await desk().offered(callee)
      expect((await desk().usage(callers, offer)).Data).toHaveLength(callers.length)
    },
  )

  it.each(['empty', 'masked', 'forbidden'] as const)(
    'has none if no number was offered: %s',
    async (id) => {
      const { desk } = await startDesks()
      expect((await desk().pick(scenarioById(id).callee)).Offer).toBeUndefined()
    },
  )
})
