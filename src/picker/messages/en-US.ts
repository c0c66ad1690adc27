import type { Messages } from './messages.ts'

const kinds = {
  mobile: 'a mobile number',
  landline: 'a landline number',
  hotline: 'a 400/800 number',
  short: 'a short number',
}

const numbers = (count: number) => (count === 1 ? '1 number' : `${count} numbers`)

/**
 * English.
 *
 * @example
 * <OutboundNumberPicker locale={enUS} client={client} onDial={onDial} />
 */
export const enUS: Messages = {
  lang: 'en-US',
  locale: 'en-US',
  callee: 'Callee number',
  calleePlaceholder: 'Paste or type a number',
  clear: 'Clear',
  skillGroups: 'Skill groups',
  skillGroupIds: 'Skill group IDs',
  skillGroupIdsPlaceholder: 'presales@ccc-test, …',
  loadingSkillGroups: 'Loading skill groups…',
  noSkillGroups: 'You are in no voice skill group that can dial. Please ask your administrator.',
  chooseSkillGroup: 'At least one skill group is needed.',
  callers: 'Caller numbers',
  dial: 'Dial',
  retry: 'Retry',
  matches: {
    unknown: '',
    'same-city': 'Same city',
    'same-province': 'Same province',
    other: 'Other region',
  },
  invitation: 'Caller numbers appear as soon as the number is complete',
  choose: 'Choose',
  incomplete: ({ kind, missing }) =>
    kind
      ? `${missing} more ${missing === 1 ? 'digit' : 'digits'} for ${kinds[kind]}`
      : 'Incomplete: landlines need an area code',
  invalid: ({ reason, found }) =>
    ({
      characters: `“${found}” is not a number: use digits only`,
      'too-long': 'Too long: a digit or a number too many?',
      foreign: 'Only mainland China (+86) can be called',
      prefix: 'No such prefix: check the area code',
    })[reason],
  several: ({ count }) => `${count} numbers here, but only one can be dialed`,
  takeFirst: (number) => `Use ${number}`,
  extension: (extension) => `Dial extension ${extension} once connected`,
  asking: 'Finding numbers…',
  found: (count) => `${numbers(count)} found`,
  nothingFound: 'No caller number found',
  nothingFoundAdvice: 'Try another skill group, or ask your administrator to add numbers to it.',
  dropped: (count) =>
    count === 1
      ? '1 result made no sense and was left out'
      : `${count} results made no sense and were left out`,
  more: 'More',
  allNumbers: 'All numbers',
  backToPick: 'Back to pick',
  filter: 'Filter by number or place',
  pin: 'Pin this',
  pinned: 'Pinned',
  lastUsed: 'Last used',
  answeredLast: 'Answered last',
  outcomes: {
    answered: 'answered',
    'no-answer': 'no answer',
    busy: 'busy',
    rejected: 'declined',
    other: 'not connected',
  },
  lastCall: (when, caller, outcome) => `${when} from ${caller}, ${outcome}`,
  noHistory: 'Call history unavailable',
  today: (dialed, answered) => `${dialed} today · ${answered} % answered`,
  capped: (dialed) => `${dialed} calls today: at its limit`,
  cappedAdvice: 'This caller number has reached its limit for today. Choose another.',
  remember: 'Remember what each customer saw',
  checking: 'Checking…',
  dialing: (callee) => `Dialing ${callee}`,
  stillDialing: 'The last call is still being made',
  dialFailed: 'The call could not be made',
  refused: 'Not allowed',
  unchecked: { title: 'The check took too long', advice: 'Nothing was dialed. Please try again.' },
  dialAnyway: 'Dial anyway',
  cancel: 'Cancel',
  cannotDial: 'You cannot dial right now',
  problems: {
    connection: { title: 'Cannot reach the service', advice: 'Check your network, then retry.' },
    timeout: { title: 'No answer in time', advice: 'Please retry in a moment.' },
    session: { title: 'Your session has expired', advice: 'Sign in again, then retry.' },
    gateway: { title: 'The gateway is down', advice: 'Please retry in a moment.' },
    endpoint: { title: 'Number service not found', advice: 'Please tell your administrator.' },
    instance: {
      title: 'Call center instance not found',
      advice: 'Please tell your administrator.',
    },
    agent: { title: 'Agent account not found', advice: 'Please tell your administrator.' },
    request: {
      title: 'The request was not accepted',
      advice: 'Check the number and skill groups, or tell your administrator.',
    },
    credentials: {
      title: 'The service has no valid credentials',
      advice: 'Your own account is fine. Please tell your administrator.',
    },
    forbidden: { title: 'Not permitted', advice: 'Ask your administrator for access.' },
    throttled: { title: 'Too many requests', advice: 'Wait a few seconds, then retry.' },
    unavailable: { title: 'Cloud Call Center is unavailable', advice: 'Please retry in a moment.' },
    answer: {
      title: 'The answer could not be read',
      advice: 'Retry, or send the details below to your administrator.',
    },
    refused: {
      title: 'Cloud Call Center refused the request',
      advice: 'Send the details below to your administrator.',
    },
  },
  unexpected: {
    title: 'Something went wrong',
    advice: 'Retry, or send the details below to your administrator.',
  },
  requestId: 'Request ID',
  copy: 'Copy',
  copied: 'Copied',
}
