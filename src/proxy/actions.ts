/** The actions that the widget itself needs, and so all that a proxy for it has to let through. */
export const pickerActions: readonly string[] = [
  'PickOutboundNumbers',
  'ListSkillLevelsOfUser',
  'ListOutboundNumbersOfUser',
  'GetNumberLocation',
]
