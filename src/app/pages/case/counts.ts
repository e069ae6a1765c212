// What counts on which kind of device, as shown before the attempt.

export const DEVICES = ['controllers', 'hands', 'mouse', 'touch'] as const
export type Counts = 'yes' | 'gross' | 'shown' | 'no'
export type DevicePart = 'decisions' | 'asepsis' | 'place' | 'angle' | 'redirection' | 'steadiness' | 'force'
type Row = readonly [controllers: Counts, hands: Counts, mouse: Counts, touch: Counts]

/** Rows from what counts everywhere to what counts nowhere. Touch stands for step buttons too. */
export const COUNTS: readonly (readonly [DevicePart, Row])[] = [
  ['decisions', ['yes', 'yes', 'yes', 'yes']],
  ['asepsis', ['yes', 'gross', 'gross', 'gross']],
  ['place', ['yes', 'yes', 'yes', 'shown']],
  ['angle', ['yes', 'no', 'yes', 'shown']],
  ['redirection', ['yes', 'no', 'yes', 'no']],
  ['steadiness', ['yes', 'no', 'no', 'no']],
  ['force', ['shown', 'shown', 'shown', 'no']],
]
