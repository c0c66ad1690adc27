/** The middle of something, where something else may happen. */
export type Hook =
  | 'calling'
  | 'checking'
  | 'warned'
  | 'change'
  | 'select'
  | 'guard'
  | 'dial'
  | 'abort'
  | 'transport'
  | 'history'
