/** The actions that the widget itself needs, each with the parameters that it may send. */
const picker: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['PickOutboundNumbers', new Set(['calledNumber', 'skillGroupIdList', 'count'])],
  [
    'ListSkillLevelsOfUser',
    new Set(['userId', 'isMember', 'pageNumber', 'pageSize', 'searchPattern']),
  ],
  ['ListOutboundNumbersOfUser', new Set(['userId', 'pageNumber', 'pageSize', 'skillGroupIdList'])],
  ['GetNumberLocation', new Set(['number'])],
])

/** The actions that the widget itself needs; a proxy for it need not let through any others. */
export const pickerActions: readonly string[] = [...picker.keys()]

/** The actions that the Workbench SDK calls, for companies that also embed the SDK. */
export const workbenchActions: readonly string[] = [
  ...pickerActions,
  ...`GetLoginDetails ListConfigItems GetTurnServerList ListPrivilegesOfUser GetTurnCredentials
  ListDevices AddAgentDevice ListRealtimeAgentStates ListAgentStates ResetAgentState
  ListRecentCallDetailRecords ListSkillGroups ListBriefSkillGroups ListHistoricalAgentReport
  SaveTerminalLog SignInGroup SignOutGroup TakeBreak ReadyForService MakeCall AnswerCall ReleaseCall
  HoldCall RetrieveCall BlindTransfer InitiateAttendedTransfer CompleteAttendedTransfer
  CancelAttendedTransfer SendDtmfSignaling MonitorCall BargeInCall InterceptCall Coach MuteCall
  UnmuteCall LaunchSurvey PollUserStatus RegisterDevice`.split(/\s+/),
]

/** What the proxy itself answers from call records; none of it is passed on. */
const history: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['GetCalleeHistory', new Set(['calledNumber', 'offer'])],
  ['GetCallerUsage', new Set(['callerNumberList', 'offer'])],
])

/** The actions that the picker's history needs, besides those of the picker. */
export const historyActions: readonly string[] = [...history.keys()]

export const presets = ['picker', 'picker+history', 'workbench'] as const

/** What may be called: the preset `picker`, `picker+history` or `workbench`, or your own list of actions. */
export type ActionChoice = (typeof presets)[number] | readonly string[]

/** The actions that are let through, and what is known about their parameters. */
export interface Permitted {
  names: ReadonlySet<string>
  /** Whether an action takes a parameter. Always true, except with the presets for the picker, whose are all known. */
  takes(action: string, parameter: string): boolean
}

export function permit(choice: ActionChoice): Permitted {
  if (choice === 'picker') return permitKnown(picker)
  if (choice === 'picker+history') return permitKnown(new Map([...picker, ...history]))
  const names = choice === 'workbench' ? workbenchActions : choice
  return { names: new Set(names), takes: () => true }
}

function permitKnown(known: ReadonlyMap<string, ReadonlySet<string>>): Permitted {
  return {
    names: new Set(known.keys()),
    takes: (action, parameter) => {
      const name = parameter.charAt(0).toLowerCase() + parameter.slice(1)
      return name === 'instanceId' || (known.get(action)?.has(name) ?? false)
    },
  }
}

/**
 * Whether an action only reads. A read may be sent again after a fault, and may come as GET. Other actions
 * may not: a repeated MakeCall is a second call.
 */
export function isRead(action: string): boolean {
  return action === 'PickOutboundNumbers' || /^(?:Get|List)[A-Z]/.test(action)
}

/**
 * The actions that are made in a user's name, in `UserId`. The cloud lets the company's key act for every
 * agent, and takes the key's own user where none is named, so for these the proxy itself sets the user.
 */
const userActions = new Set(
  `ListSkillLevelsOfUser ListOutboundNumbersOfUser GetLoginDetails GetTurnServerList
  ListPrivilegesOfUser GetTurnCredentials ListDevices AddAgentDevice ListRealtimeAgentStates
  ListAgentStates ResetAgentState ListRecentCallDetailRecords ListHistoricalAgentReport
  SaveTerminalLog SignInGroup
  SignOutGroup TakeBreak ReadyForService MakeCall AnswerCall ReleaseCall HoldCall RetrieveCall
  BlindTransfer InitiateAttendedTransfer CompleteAttendedTransfer CancelAttendedTransfer
  SendDtmfSignaling MonitorCall BargeInCall InterceptCall Coach MuteCall UnmuteCall LaunchSurvey
  PollUserStatus RegisterDevice`.split(/\s+/),
)

export function takesUser(action: string): boolean {
  return userActions.has(action)
}
