import { SignJWT } from 'jose'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createInstance } from '../../mocks/model/index.ts'
import { createJwtAuthentication, historyActions, workbenchActions } from '../../src/proxy/index.ts'
import { attacks, OTHER_CALLER, OTHER_CUSTOMER, SECRET } from './historyAttacks.ts'
import { CUSTOMER, createDesk, startDesks } from './historyDesk.ts'

describe('who asks about what was not offered', () => {
  it.each(attacks)('learns nothing with $attack, to $action', async ({ action, request, code }) => {
    const { desk, recordsAsked, askedWithPicks } = await startDesks()
    const { offer, callers } = await desk().offered()
    const { offer: colleagues } = await desk('colleague@ccc-test').offered()
    await askedWithPicks(2)
    const answer = await desk().ask(action, await request({ offer, callers, colleagues }))
    expect(JSON.parse(answer.text)).toEqual({
      Code: code,
      Message: expect.not.stringMatching(/138888|139123|0216133/),
      RequestId: expect.any(String),
      HttpStatusCode: code === 'BadRequest' ? 400 : 403,
    })
    expect(recordsAsked()).toHaveLength(2)
  })

  it.each([
    ['never offered', [OTHER_CALLER]],
    ['wildcards', ['*', '010*', '%', '010%', '0108989____', '.*']],
    ['masked', ['0108989****']],
    ['ranges', ['01089898980-01089898999']],
    ['several in one', ['01089898989,02161330089']],
    ['customers', [CUSTOMER, OTHER_CUSTOMER]],
    ['none', []],
    ['fifty others', Array.from({ length: 50 }, (_, index) => `0216133${1000 + index}`)],
  ])('is answered for no callers that are %s', async (_, callers) => {
    const { desk, recordsAsked, askedWithPicks } = await startDesks()
    const { offer } = await desk().offered()
    await askedWithPicks(1)
    expect(await desk().usage(callers, offer)).toMatchObject({ Code: 'OK', Data: [] })
    expect(recordsAsked()).toHaveLength(1)
  })

  it('is answered for those alone that were offered', async () => {
    const { desk } = await startDesks()
    const { offer, callers } = await desk().offered()
    const [first = ''] = callers
    const { Data } = await desk().usage([OTHER_CALLER, first, first, '*'], offer)
    expect(Data).toEqual([expect.objectContaining({ Number: first })])
  })

  it('is refused once the offer is older than ten minutes', async () => {
    const { desk, recordsAsked, askedWithPicks } = await startDesks()
    const { offer, callers } = await desk().offered()
    await askedWithPicks(1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 + 10_000 })
    onTestFinished(() => void vi.useRealTimers())
    for (const answer of [
      await desk().history(CUSTOMER, offer),
      await desk().usage(callers, offer),
    ]) {
      expect([answer.status, answer.Code]).toEqual([403, 'Forbidden.Offer'])
      expect(answer.text).toContain('older than ten minutes')
    }
    expect(recordsAsked()).toHaveLength(1)
  })

  it.each(['138*', '1388888****', '13888888888,13912345678', '1388888', '*'])(
    'gets no offer by picking for %s',
    async (callee) => {
      const { desk } = await startDesks()
      expect((await desk().pick(callee)).Offer).toBeUndefined()
    },
  )
})

describe('an offer and a token', () => {
  it('do not pass for each other, even if they share a secret', async () => {
    const { startReplica } = await startDesks()
    const authenticate = createJwtAuthentication({
      key: { secret: SECRET },
      issuer: 'https://id.example.com',
      audience: 'picker',
    })
    const url = await startReplica({ authenticate, history: { secret: SECRET } })
    const token = await new SignJWT({ sub: 'agent@ccc-test', skill_groups: ['presales@ccc-test'] })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('https://id.example.com')
      .setAudience('picker')
      .setExpirationTime('5m')
      .sign(Buffer.from(SECRET))

    const desk = createDesk(url, { authorization: `Bearer ${token}` })
    const { offer } = await desk.offered()
    expect((await desk.history(CUSTOMER, offer)).Code).toBe('OK')
    expect((await desk.history(CUSTOMER, token)).Code).toBe('Forbidden.Offer')
    const impostor = createDesk(url, { authorization: `Bearer ${offer}` })
    expect((await impostor.pick()).Code).toBe('Unauthenticated.TokenInvalid')
  })
})

describe('what is told', () => {
  it('names no agent, no contact, and no numbers but the company’s', async () => {
    const { desk } = await startDesks()
    const { offer, callers } = await desk().offered()
    const answers = [await desk().history(CUSTOMER, offer), await desk().usage(callers, offer)]
    const [history, usage] = answers
    const call = { Caller: expect.any(String), StartTime: expect.any(Number) }
    expect(history?.Data).toEqual({
      Last5Minutes: 0,
      Last24Hours: expect.any(Number),
      Last7Days: 2,
      Last: { ...call, Outcome: 'no-answer' },
      LastAnswered: { ...call, Outcome: 'answered' },
    })
    const uses = callers.map((caller) => [caller, expect.any(Number), expect.any(Number)])
    const fields = ['Number', 'Dialed', 'Answered']
    expect(usage?.Data).toEqual(
      uses.map((values) =>
        Object.fromEntries(fields.map((field, index) => [field, values[index]])),
      ),
    )
    const own = createInstance().numbers.map((caller) => caller.Number)
    for (const { text } of answers) {
      expect(text).not.toMatch(/李雷|韩梅梅|@|job-|Agent|Contact|Skill/)
      expect(own).toEqual(expect.arrayContaining(text.match(/(?<!\d)\d{10,12}(?!\d)/g) ?? []))
    }
  })

  it('says nothing of calls that the cloud masks', async () => {
    const { desk } = await startDesks()
    const masked = '19900000606'
    const { offer } = await desk().offered(masked)
    expect((await desk().history(masked, offer)).Data).toMatchObject({
      Last: null,
      LastAnswered: null,
    })
  })

  it('comes as fast whether or not a colleague has just asked', async () => {
    const { desk, recordsAsked, askedWithPicks } = await startDesks()
    const colleague = desk('colleague@ccc-test')
    const theirs = await colleague.offered()
    await colleague.history(CUSTOMER, theirs.offer)
    expect(recordsAsked()).toHaveLength(1)

    const mine = await desk().offered(OTHER_CUSTOMER)
    await askedWithPicks(2)
    expect((await desk().history(CUSTOMER, mine.offer)).Code).toBe('Forbidden.Offer')
    expect(recordsAsked()).toHaveLength(2)

    const { offer } = await desk().offered()
    await desk().history(CUSTOMER, offer)
    expect(recordsAsked()).toHaveLength(3)
  })
})

describe('a list of actions of one’s own', () => {
  it('may name those of history beside others; the proxy still answers them itself', async () => {
    const { desk, cloud } = await startDesks({ actions: [...workbenchActions, ...historyActions] })
    const { offer } = await desk().offered()
    expect((await desk().history(CUSTOMER, offer)).Code).toBe('OK')
    expect((await desk().history(OTHER_CUSTOMER, offer)).Code).toBe('Forbidden.Offer')
    const passedOn = cloud.requests.map(({ action }) => action)
    expect(passedOn.toSorted()).toEqual(['ListCallDetailRecordsV2', 'PickOutboundNumbers'])
  })
})

describe.each(['picker', 'workbench'] as const)('the preset %s', (actions) => {
  it('offers nothing and tells nothing', async () => {
    const { desk, startReplica, cloud, askedWithPicks } = await startDesks({
      history: { secret: SECRET },
    })
    const { offer, callers } = await desk().offered()
    await askedWithPicks(1)
    const without = desk('agent@ccc-test', await startReplica({ actions }))
    expect((await without.pick()).Offer).toBeUndefined()
    const asked = cloud.requests.length
    for (const answer of [
      await without.history(CUSTOMER, offer),
      await without.usage(callers, offer),
    ]) {
      expect([answer.status, answer.Code]).toEqual([403, 'Forbidden.Action'])
    }
    expect(cloud.requests).toHaveLength(asked)
  })
})
