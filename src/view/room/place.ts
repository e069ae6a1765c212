// Where things of the room stand, read from the procedure's fixtures; the rest of the room fits around them.
import type { Fixture } from '../../sim/procedure.ts'

/** A box in the work frame, mm: middle and half extents. */
export interface Spot {
  readonly at: readonly [number, number, number]
  readonly half: readonly [number, number, number]
}

/** First box of a fixture, or undefined when the procedure has none of that name. */
export function spotOf(fixtures: readonly Fixture[], id: string): Spot | undefined {
  const f = fixtures.find((x) => x.id === id)
  const b = f?.boxes[0]
  if (!f || !b) return undefined
  const at = [0, 1, 2].map((k) => ((f.at[k] ?? 0) + (b.at[k] ?? 0)) * 1e3) as unknown as Spot['at']
  return { at, half: [b.half[0] * 1e3, b.half[1] * 1e3, b.half[2] * 1e3] }
}

/** Height of the floor, mm below the working surface. */
export function floorOf(fixtures: readonly Fixture[]): number {
  const floor = spotOf(fixtures, 'floor')
  return floor ? floor.at[1] + floor.half[1] : -750
}
