// Where the fields of a packed tick stand (the tick contract, SPEC S1), read from its bitmask alone.
import { CODED_FORMAT, INTS, MASK, MASK_BITS } from './tickFormat.ts'

export type FieldKind = 'pose' | 'point' | 'analog' | 'dial' | 'plain'

/** A run of numbers of a packed tick that is coded in one way; `stream` tells the streams of one kind apart. */
export interface Part {
  readonly kind: FieldKind
  readonly stream: number
  readonly ints: number
}

const ALL_BITS = (1 << MASK_BITS) - 1
/** Numbers before the first field: format and mask. */
export const HEAD_INTS = 2

function handParts(side: 0 | 1): Part[] {
  return [
    { kind: 'plain', stream: side, ints: 1 },
    { kind: 'pose', stream: 1 + side, ints: 7 },
    { kind: 'analog', stream: side * 2, ints: 2 },
  ]
}

function extraParts(mask: number, side: 0 | 1): Part[] {
  const [axis, dial, index, curl] = side
    ? [MASK.rightAxis, MASK.rightDial, MASK.rightIndex, MASK.rightCurl]
    : [MASK.leftAxis, MASK.leftDial, MASK.leftIndex, MASK.leftCurl]
  const parts: Part[] = []
  if (mask & axis) parts.push({ kind: 'analog', stream: 4 + side * 2, ints: INTS.axis })
  if (mask & dial) parts.push({ kind: 'dial', stream: side * 3, ints: INTS.dial })
  if (mask & index) parts.push({ kind: 'point', stream: side, ints: INTS.index })
  if (mask & curl) parts.push({ kind: 'analog', stream: 8 + side * 5, ints: INTS.curl })
  return parts
}

function buildParts(mask: number): Part[] {
  const parts: Part[] = []
  if (mask & MASK.head) parts.push({ kind: 'pose', stream: 0, ints: INTS.head })
  if (mask & MASK.left) parts.push(...handParts(0))
  if (mask & MASK.right) parts.push(...handParts(1))
  parts.push(...extraParts(mask, 0), ...extraParts(mask, 1))
  if (mask & MASK.foot) parts.push({ kind: 'plain', stream: 2, ints: INTS.foot })
  return parts
}

/** How many streams there are of each kind. */
export const STREAMS: Readonly<Record<FieldKind, number>> = { pose: 3, point: 2, analog: 18, dial: 6, plain: 4 }

const known: (readonly Part[] | undefined)[] = []

/** The parts of a tick with this mask, in order, without the commands at its end. */
export function partsOf(mask: number): readonly Part[] {
  const parts = known[mask] ?? buildParts(mask)
  known[mask] = parts
  return parts
}

/** Place of the first command number, or the tick's length where it has none. */
export function fieldsEnd(mask: number): number {
  return partsOf(mask).reduce((n, p) => n + p.ints, HEAD_INTS)
}

/** Whether a packed tick stands exactly in the layout that its mask promises; others are kept number by number. */
export function isRegular(t: Int32Array): boolean {
  const mask = t[1] ?? -1
  if (t[0] !== CODED_FORMAT || mask < 0 || mask > ALL_BITS) return false
  const end = fieldsEnd(mask)
  if (mask & MASK.commands ? t.length <= end : t.length !== end) return false
  let at = HEAD_INTS
  for (const part of partsOf(mask)) {
    const chart = t[at + 3] ?? -1
    if (part.kind === 'pose' && (chart < 0 || chart > 3)) return false
    at += part.ints
  }
  return true
}
