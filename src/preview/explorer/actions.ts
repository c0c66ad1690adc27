/** A parameter of an action, as the API's page describes it. */
export interface Parameter {
  /** Such as `CalledNumber`; the proxy protocol writes it `calledNumber`. */
  name: string
  type: 'string' | 'integer'
  required: boolean
  /** What the form begins with. */
  sample: string
}

interface Action {
  name: string
  page: string
  parameters: readonly Parameter[]
}

const documents = 'https://api.aliyun.com/document/CCC/2020-07-01'

const text = (name: string, sample = '', required = true): Parameter => {
  return { name, type: 'string', required, sample }
}

const whole = (name: string, sample: string): Parameter => {
  return { name, type: 'integer', required: true, sample }
}

/** The reads that the widget needs. The proxy of this page's server lets nothing through that acts. */
export function actionsFor(instanceId: string, userId: string): readonly Action[] {
  const instance = text('InstanceId', instanceId)
  const user = text('UserId', userId)
  const page = [whole('PageNumber', '1'), whole('PageSize', '20')]
  const action = (name: string, ...parameters: readonly Parameter[]): Action => {
    return { name, page: `${documents}/${name}`, parameters }
  }
  return [
    action(
      'PickOutboundNumbers',
      instance,
      text('CalledNumber', '13888888888'),
      text('SkillGroupIdList', JSON.stringify([`presales@${instanceId}`])),
      whole('Count', '5'),
    ),
    action('GetNumberLocation', instance, text('Number', '01089898989')),
    action('ListSkillLevelsOfUser', instance, user, ...page, text('SearchPattern', '', false)),
    action(
      'ListOutboundNumbersOfUser',
      instance,
      user,
      ...page,
      text('SkillGroupIdList', '', false),
    ),
  ]
}

/** The values of a form, as the API's page names them. Those that are not filled in are left out. */
export type Given = Readonly<Record<string, string | number>>

/** As the proxy protocol writes them: `CalledNumber` is `calledNumber`. */
export function camelCase(given: Given): Given {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      value,
    ]),
  )
}
