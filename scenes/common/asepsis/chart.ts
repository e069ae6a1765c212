// A flat chart of the skin about the middle of the region: square cells, placed by direction in the tangent plane and
// straight distance from the middle, so that it wraps round a limb without tearing.
import { cross, dot, length, mad, normalize, sub, type Vec3 } from '../../../scoring/math/index.ts'
import type { Anatomy, Session } from '../../../src/sim/index.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'
import { CELL_M, PREP_RADIUS_M, type AsepsisConfig, type Region } from './config.ts'

/** A point of the chart, m: `u`, `v` across the region, their length is the distance from its middle. */
export interface Spot {
  readonly u: number
  readonly v: number
}

export interface Layout {
  readonly radius_m: number
  /** Middles of the cells. */
  readonly cells: readonly Spot[]
  /** Cell of each square of the lattice, -1 outside the region; `side` squares a row. */
  readonly squares: readonly number[]
  readonly side: number
}

/** Cells of a region of this radius, row by row. */
export function layoutOf(radius_m: number = PREP_RADIUS_M): Layout {
  const most = Math.floor(radius_m / CELL_M)
  const side = 2 * most + 1
  const cells: Spot[] = []
  const squares: number[] = []
  for (let square = 0; square < side * side; square++) {
    const u = ((square % side) - most) * CELL_M
    const v = (Math.floor(square / side) - most) * CELL_M
    const inside = u * u + v * v <= radius_m * radius_m
    squares.push(inside ? cells.length : -1)
    if (inside) cells.push({ u, v })
  }
  return { radius_m, cells, squares, side }
}

/** Cell at a spot, -1 outside the region. */
export function cellAt(layout: Layout, spot: Spot): number {
  const most = (layout.side - 1) / 2
  const [i, j] = [Math.round(spot.u / CELL_M) + most, Math.round(spot.v / CELL_M) + most]
  if (i < 0 || j < 0 || i >= layout.side || j >= layout.side) return -1
  return layout.squares[j * layout.side + i] ?? -1
}

/** Cells whose middles lie within `reach` metres of a spot, in their order. */
export function cellsWithin(layout: Layout, spot: Spot, reach: number): number[] {
  const out: number[] = []
  layout.cells.forEach((c, i) => {
    const [x, y] = [c.u - spot.u, c.v - spot.v]
    if (x * x + y * y <= reach * reach) out.push(i)
  })
  return out
}

/** Normal of the skin as a hand would lay a card on it: over a centimetre, not over a wrinkle. */
const CARD_M = 0.01
const SKIN = 0

function cardNormal(anatomy: Anatomy, p: Vec3): Vec3 {
  const rise = (way: Vec3): number =>
    anatomy.distance(SKIN, mad(p, way, CARD_M)) - anatomy.distance(SKIN, mad(p, way, -CARD_M))
  return normalize([rise([1, 0, 0]), rise([0, 1, 0]), rise([0, 0, 1])])
}

/**
 * The region now, work frame.
 * @throws RangeError when the anatomy has no landmark of that name
 */
export function regionOf<S extends PlainState>(config: AsepsisConfig<S>, session: Session<S>): Region {
  if (typeof config.centre !== 'string') return config.centre(session)
  const p = session.anatomy.landmarks[config.centre]
  if (p) return { p, n: cardNormal(session.anatomy, p) }
  const known = Object.keys(session.anatomy.landmarks).join(', ')
  throw new RangeError(`asepsis centre: got landmark "${config.centre}", expected one of ${known}`)
}

/** First axis of the chart: as near to the work frame's x as the normal allows. */
function acrossOf(n: Vec3): Vec3 {
  const side: Vec3 = Math.abs(n[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1]
  return normalize(cross(cross(n, side), n))
}

/**
 * Spot of a work-frame point that is `height` metres off the skin: the point counts where it stands over the skin, not
 * farther out for being high.
 */
export function spotOf(region: Region, p: Vec3, height: number): Spot {
  const d = sub(p, region.p)
  const across = acrossOf(region.n)
  const [x, y] = [dot(d, across), dot(d, cross(region.n, across))]
  const flat = Math.sqrt(x * x + y * y)
  if (!(flat > 0)) return { u: 0, v: 0 }
  const far = length(d)
  const along = Math.sqrt(Math.max(flat * flat, far * far - height * height))
  return { u: (x * along) / flat, v: (y * along) / flat }
}
