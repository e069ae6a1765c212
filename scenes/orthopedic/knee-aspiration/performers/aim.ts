// Where a performer aims: fluid as near as it is to the usual direction of a portal.
import { distance, lerp, mad, normalize, sub, type Vec3 } from '../../../../scoring/math/index.ts'
import type { Anatomy } from '../../../../src/sim/index.ts'
import { fluidUnder } from '../anatomy.ts'

/** What is looked for from one portal; points of the skin, work frame. */
export interface Aim {
  readonly entry: Vec3
  /** Over the fluid that the portal's usual direction leads to. */
  readonly usual: Vec3
  /** Over the place where the last fluid lies: searched towards it, row by row. */
  readonly last: Vec3
  /** Share of the fluid's height at which the aim lies: 0 its roof, 1 its floor. */
  readonly down: number
  /** Path to the fluid that is wanted, m; the steepest such way is taken, else the one that comes nearest to it. */
  readonly depth_m: readonly [least: number, most: number]
}

interface Way {
  readonly target: Vec3
  /** Path from the skin to the first fluid, m; Infinity = bone or cartilage lies before it. */
  readonly depth_m: number
}

const ROWS = 10
const COLUMNS = 8
/** What is looked for, in this order: a layer of at least 1 mm that a needle of 38 mm reaches, any layer that it reaches, any fluid. */
const SEARCHES = [
  [1e-3, 0.036],
  [0, 0.036],
  [0, Infinity],
] as const
const STEP_M = 5e-4
const HARD: readonly string[] = ['bone', 'cartilage', 'marrow']

function depthOf(anatomy: Anatomy, entry: Vec3, target: Vec3): number {
  const [axis, length] = [normalize(sub(target, entry)), distance(target, entry)]
  for (let d = 0; d < length; d += STEP_M) {
    const layer = anatomy.layers[anatomy.layerAt(mad(entry, axis, d))] ?? ''
    if (layer === 'effusion') return d
    if (HARD.includes(layer)) return Infinity
  }
  return length
}

/** Ways to the fluid under the line from `over` towards the portal, the one under `over` first. */
function row(anatomy: Anatomy, aim: Aim, over: Vec3, thick_m: number): Way[] {
  const beside: Vec3 = [aim.entry[0], over[1], aim.entry[2]]
  return Array.from({ length: COLUMNS + 1 }, (_, i) => lerp(over, beside, i / (COLUMNS + 2))).flatMap((point) => {
    const thick = distance(fluidUnder(anatomy, point, 0), fluidUnder(anatomy, point, 1))
    if (thick <= thick_m) return []
    const target = fluidUnder(anatomy, point, aim.down)
    return [{ target, depth_m: depthOf(anatomy, aim.entry, target) }]
  })
}

/** How far a way misses the wanted depths, m. */
function miss(way: Way, [least, most]: Aim['depth_m']): number {
  return Math.max(least - way.depth_m, way.depth_m - most, 0)
}

/** The steepest way of the wanted depth, or of those that come nearest to it; undefined when none can be gone. */
function choose(ways: readonly Way[], reach_m: number, depth_m: Aim['depth_m']): Way | undefined {
  let best: Way | undefined
  for (const way of ways) {
    if (way.depth_m < reach_m && (!best || miss(way, depth_m) <= miss(best, depth_m))) best = way
  }
  return best
}

/**
 * A point in the fluid to aim at from a portal. In a knee without fluid it is the place 25 mm under the usual one.
 */
export function aimAt(anatomy: Anatomy, aim: Aim): Vec3 {
  for (const [thick_m, reach_m] of SEARCHES) {
    for (let i = 0; i <= ROWS; i++) {
      const ways = row(anatomy, aim, lerp(aim.usual, aim.last, i / ROWS), thick_m)
      const found = choose(ways, reach_m, aim.depth_m)
      if (found) return found.target
    }
  }
  return [aim.usual[0], aim.usual[1] - 0.025, aim.usual[2]]
}
