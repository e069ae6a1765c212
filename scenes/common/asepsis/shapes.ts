// Instruments as rods with round ends: what of them can touch. Built once from the manifest, in the tool's frame.
import { add, distance, lerp, scale, sub, transform, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Box, Fixture, Instrument } from '../../../src/sim/index.ts'
import { segmentDistance } from '../../../src/sim/world/rest.ts'

export interface Capsule {
  readonly a: Vec3
  readonly b: Vec3
  readonly r: number
}

/** A point with a thickness. */
export interface Ball {
  readonly at: Vec3
  readonly r: number
}

export interface Shape {
  readonly capsules: readonly Capsule[]
  /** Balls that can touch the skin; a needle's shaft and tip are no part of them. */
  readonly balls: readonly Ball[]
  /** Balls of a needle's shaft: they touch skin only while the tip is not in it. */
  readonly shaft: readonly Ball[]
  /** Farthest that anything of it reaches from its origin, m. */
  readonly reach: number
}

/** The skin's field is known this far out: a thicker body touches it only with its core. */
const MOST_RADIUS_M = 0.009
const UNITS: readonly Vec3[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

const half = (box: Box, axis: number): number => box.half[axis] ?? 0
const along = (axis: number, m: number): Vec3 => scale(UNITS[axis] ?? [0, 0, 1], m)

/** A bar is one rod along its length; a flat or bulky thing is three side by side. */
function capsulesOf(box: Box): Capsule[] {
  const [thin = 0, mid = 1, long = 2] = [0, 1, 2].sort((i, j) => half(box, i) - half(box, j))
  const r = half(box, thin)
  const arm = along(long, half(box, long) - r)
  const aside = half(box, mid) - r
  const offsets = aside > r / 2 ? [-aside, 0, aside] : [0]
  return offsets.map((m) => {
    const at = add(box.at, along(mid, m))
    return { a: sub(at, arm), b: add(at, arm), r }
  })
}

function ballsOf(c: Capsule): Ball[] {
  const r = Math.min(c.r, MOST_RADIUS_M)
  return [c.a, lerp(c.a, c.b, 0.5), c.b].map((at) => ({ at, r }))
}

function shaftOf(i: Instrument): Ball[] {
  if (!i.needle) return []
  const { length_m, outer_m } = i.needle
  return [0.25, 0.5, 0.75].map((f) => ({ at: sub(i.tip, scale(i.axis, f * length_m)), r: outer_m / 2 }))
}

/** The last box of an instrument with a needle is hub and needle: its hub alone is body. */
export function shapeOf(i: Instrument): Shape {
  const capsules = i.boxes.flatMap(capsulesOf)
  const body = i.needle ? i.boxes.slice(0, -1).flatMap(capsulesOf) : capsules
  const last = capsules.at(-1)
  const hub = i.needle && last ? [{ at: sub(i.tip, scale(i.axis, i.needle.length_m)), r: last.r }] : []
  const tip = i.needle ? [] : [{ at: i.tip, r: 0 }]
  const reach = Math.max(0, ...capsules.flatMap((c) => [c.a, c.b].map((p) => distance(p, [0, 0, 0]) + c.r)))
  return { capsules, balls: [...body.flatMap(ballsOf), ...hub, ...tip], shaft: shaftOf(i), reach }
}

/** Overlap of two placed shapes, m; negative = the gap between them (no less than what their reach tells). */
export function overlapOf(x: Shape, at: Pose, y: Shape, other: Pose): number {
  const apart = distance(at.p, other.p) - x.reach - y.reach
  if (apart > 0) return -apart
  let most = -Infinity
  for (const c of x.capsules) {
    const [a, b] = [transform(at, c.a), transform(at, c.b)]
    for (const d of y.capsules) {
      const gap = segmentDistance(a, b, transform(other, d.a), transform(other, d.b)) - c.r - d.r
      most = Math.max(most, -gap)
    }
  }
  return most
}

/** How deep a ball is in a box of the room, m; negative outside. */
function inBox(p: Vec3, r: number, centre: Vec3, half: Vec3): number {
  const out = ([0, 1, 2] as const).map((i) => Math.abs(p[i] - centre[i]) - half[i])
  const [x, y, z] = [Math.max(0, out[0] ?? 0), Math.max(0, out[1] ?? 0), Math.max(0, out[2] ?? 0)]
  const inside = Math.min(0, Math.max(...out))
  return r - Math.sqrt(x * x + y * y + z * z) - inside
}

/** Overlap of a placed ball with a piece of furniture, m; negative outside. */
export function inFixture(p: Vec3, r: number, fixture: Fixture): number {
  return Math.max(...fixture.boxes.map((b) => inBox(p, r, add(fixture.at, b.at), b.half)))
}
