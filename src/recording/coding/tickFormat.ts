// The tick contract as coder 1 knows it (tick format 1). Written down again, because files outlive the simulation: when
// the contract moves on, this stays, and a new coder comes beside it. A test compares the two while they are the same.

/** Format number of the ticks that are coded by their layout; others are coded number by number. */
export const CODED_FORMAT = 1

/** Bits of the mask, in the order of the contract. */
export const MASK = {
  head: 1,
  left: 2,
  right: 4,
  leftAxis: 8,
  rightAxis: 16,
  leftDial: 32,
  rightDial: 64,
  leftIndex: 128,
  rightIndex: 256,
  leftCurl: 512,
  rightCurl: 1024,
  foot: 2048,
  commands: 4096,
} as const
export const MASK_BITS = 13

/** Numbers of each field. */
export const INTS = { head: 7, hand: 10, axis: 2, dial: 3, index: 3, curl: 5, foot: 2 } as const

/** Step of a quaternion component, and its largest number of steps. */
export const QUAT_STEP = Math.SQRT2 / 4094
export const QUAT_LIMIT = 2047
/** Step of a position, m. */
export const POSITION_STEP = 1e-4
