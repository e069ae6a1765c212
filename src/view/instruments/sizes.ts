import type { Instrument } from '../../sim/procedure.ts'

/** Half extents of an instrument's first box, mm. @throws RangeError for an instrument without a box */
export function halfOf(i: Instrument): readonly [number, number, number] {
  const b = i.boxes[0]
  if (!b) throw new RangeError(`instrument ${i.id}: got no box, expected at least one to size its drawing by`)
  return [b.half[0] * 1e3, b.half[1] * 1e3, b.half[2] * 1e3]
}
