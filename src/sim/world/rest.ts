// Tools at rest leave the solver (SPEC S11): the tick budget of a standalone headset hangs on it.
import { distance, dot, length, mad, rotate, sub, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Instrument } from '../procedure.ts'
import type { ToolState } from '../state.ts'
import { DT } from '../tick.ts'

/** Ticks that a tool must stay within these bounds of one place (whole ticks, never float seconds). */
export const REST_TICKS = 20
const REST_MOVE_M = 1e-3
/** Sine of half the turn. Closer bounds leave a heap of tools trembling in the solver for seconds (measured). */
const REST_TURN = 0.03
/** A mover nearer than this brings a resting tool back. */
export const WAKE_M = 0.05
/** Slower than this a mover wakes nothing: a hand that waits over the tray costs nothing, m/s. */
const WAKE_SPEED_M_S = 0.02
/** A loose tool wakes others only when it truly moves, and only those that it may strike within a tick or two. */
const LOOSE_SPEED_M_S = 0.15
const LOOSE_WAKE_M = 0.004
/** A tool that came to rest this near to where it lay before has only been brushed, m. */
const BRUSHED_M = 0.02

/** A tool as a capsule along its longest box axis: enough to know what is near. */
export interface Extent {
  readonly a: Vec3
  readonly b: Vec3
  readonly radius: number
}

/** Extent of an instrument in its own frame: the z range of its boxes and their greatest half width. */
export function extentOf(instrument: Instrument): Extent {
  let [low, high, radius] = [Infinity, -Infinity, 0]
  for (const { half, at } of instrument.boxes) {
    low = Math.min(low, at[2] - half[2])
    high = Math.max(high, at[2] + half[2])
    radius = Math.max(radius, Math.abs(at[0]) + half[0], Math.abs(at[1]) + half[1])
  }
  const trim = high - low > 2 * radius ? radius : (high - low) / 2
  return { a: [0, 0, low + trim], b: [0, 0, high - trim], radius }
}

function placed(e: Extent, pose: Pose): Extent {
  return { a: mad(pose.p, rotate(pose.q, e.a), 1), b: mad(pose.p, rotate(pose.q, e.b), 1), radius: e.radius }
}

const clamp01 = (t: number): number => (t < 0 ? 0 : t > 1 ? 1 : t)

/** Distance between two segments, m (closest points by two clamped projections). */
export function segmentDistance(a: Vec3, b: Vec3, c: Vec3, d: Vec3): number {
  const [u, v, r] = [sub(b, a), sub(d, c), sub(a, c)]
  const [uu, vv, uv, ur, vr] = [dot(u, u), dot(v, v), dot(u, v), dot(u, r), dot(v, r)]
  const den = uu * vv - uv * uv
  let s = den > 1e-12 ? clamp01((uv * vr - vv * ur) / den) : 0
  const t = vv > 1e-12 ? clamp01((uv * s + vr) / vv) : 0
  s = uu > 1e-12 ? clamp01((uv * t - ur) / uu) : 0
  return distance(mad(a, u, s), mad(c, v, t))
}

/** Gap between two placed extents, m. */
export function gapBetween(e: Extent, pose: Pose, f: Extent, other: Pose): number {
  const [x, y] = [placed(e, pose), placed(f, other)]
  return segmentDistance(x.a, x.b, y.a, y.b) - x.radius - y.radius
}

function leftPlace(t: ToolState): boolean {
  if (distance(t.p, t.anchor.p) > REST_MOVE_M) return true
  const [a, b] = [t.q, t.anchor.q]
  const same = Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3])
  return 1 - same * same > REST_TURN * REST_TURN
}

/** Counts still ticks of loose tools; puts to rest those that have stayed. Returns those that lie somewhere new. */
export function settle(tools: readonly ToolState[]): number[] {
  const settled: number[] = []
  tools.forEach((t, i) => {
    if (t.mode !== 'loose') return
    if (leftPlace(t)) {
      t.anchor = { p: t.p, q: t.q }
      t.still = 0
      return
    }
    t.still++
    if (t.still < REST_TICKS) return
    const moved = t.handled || distance(t.p, t.lay) > BRUSHED_M
    Object.assign(t, { mode: 'rest', still: 0, v: [0, 0, 0], w: [0, 0, 0], handled: false })
    if (!moved) return
    t.lay = t.p
    settled.push(i)
  })
  return settled
}

/** Something that moves and may strike what rests. */
export interface Mover {
  readonly pose: Pose
  readonly extent: Extent
  readonly speed: number
  /** Moved by the solver, not by a hand. */
  readonly loose: boolean
}

/** Sets a resting tool loose. */
export function wake(t: ToolState): void {
  t.mode = 'loose'
  t.still = 0
  t.anchor = { p: t.p, q: t.q }
}

/** Wakes the resting tools that a mover is about to reach. */
export function wakeNear(tools: readonly ToolState[], extents: readonly Extent[], movers: readonly Mover[]): void {
  for (const m of movers) {
    if (m.speed < (m.loose ? LOOSE_SPEED_M_S : WAKE_SPEED_M_S)) continue
    const reach = m.loose ? LOOSE_WAKE_M + m.speed * 2 * DT : WAKE_M
    tools.forEach((t, i) => {
      const e = extents[i]
      if (t.mode === 'rest' && e && gapBetween(m.extent, m.pose, e, t) < reach) wake(t)
    })
  }
}

/** Speed of the fastest point of a tool, m/s: translation plus turning at its far end. */
export function speedOf(t: ToolState, extent: Extent): number {
  return length(t.v) + length(t.w) * Math.max(length(extent.a), length(extent.b))
}
