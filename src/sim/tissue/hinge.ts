// Flexion of soft tissue about the transepicondylar axis. Every point keeps its distance from the axis and turns by a
// share of the knee's angle that depends on its direction from the axis alone, so the inverse is one table in one variable.
import { smooth } from './bump.ts'

/** Where shares change, as directions from the axis: 0 = straight forward, 1 = up, -1 = down, +-2 = straight back. */
export interface HingeSpec {
  /** The axis runs along x through this y, z; mm. */
  readonly y: number
  readonly z: number
  /** Share of the angle by which the patella and what covers it turn. */
  readonly patella: number
  /** Thigh to patella, patella to leg, and the half-width of the band behind the knee. */
  readonly upper: readonly [number, number]
  readonly lower: readonly [number, number]
  readonly back: number
}

const N = 1024

/** Direction (y, z) from the axis as a number in -2..2 that grows with the angle, without an arc tangent. */
export function direction(y: number, z: number): number {
  const s = Math.abs(y) + Math.abs(z)
  if (s === 0) return 0
  if (y >= 0) return z / s
  return z >= 0 ? 2 - z / s : -2 - z / s
}

/** Share 0..1 of the knee's angle by which soft tissue in this direction turns. */
export function share(h: HingeSpec, t: number): number {
  if (t > h.back) return smooth(0, 1, (t - h.back) / (4 - 2 * h.back))
  if (t < -h.back) return smooth(0, 1, 1 - (-t - h.back) / (4 - 2 * h.back))
  if (t >= h.upper[0]) return h.patella * smooth(h.upper[1], h.upper[0], t)
  if (t >= h.lower[0]) return h.patella
  return h.patella + (1 - h.patella) * smooth(h.lower[0], h.lower[1], t)
}

/** sin for |a| <= 0.6 (Taylor, error below 1e-9). */
export function smallSin(a: number): number {
  const q = a * a
  return a * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - q / 72))))
}

/** cos for |a| <= 0.6 (Taylor, error below 1e-9). */
export function smallCos(a: number): number {
  const q = a * a
  return 1 - (q / 2) * (1 - (q / 12) * (1 - (q / 30) * (1 - (q / 56) * (1 - q / 90))))
}

/** Direction `t` as a point (y, z) on the diamond |y| + |z| = 1. */
function onDiamond(t: number): readonly [number, number] {
  if (t >= -1 && t <= 1) return [1 - Math.abs(t), t]
  return t > 1 ? [1 - t, 2 - t] : [1 + t, -2 - t]
}

/** Angle by which the point that is now in direction `t` was turned: bisection of a monotone function. */
function turnedBy(h: HingeSpec, angle: number, t: number): number {
  const [y, z] = onDiamond(t)
  let low = 0
  let high = angle
  for (let i = 0; i < 34; i++) {
    const a = (low + high) / 2
    const s = smallSin(a)
    const c = smallCos(a)
    if (angle * share(h, direction(y * c - z * s, y * s + z * c)) > a) low = a
    else high = a
  }
  return (low + high) / 2
}

/** Table over direction -2..2 of the turning angle at points after flexion by `angle` (rad, 0..0.6). */
export function hingeTable(h: HingeSpec, angle: number): Float64Array {
  const table = new Float64Array(N + 2)
  if (angle === 0) return table
  for (let i = 0; i <= N; i++) table[i] = turnedBy(h, angle, (4 * i) / N - 2)
  table[N + 1] = table[N] ?? 0
  return table
}

/** Turning angle of the point that lies in direction `t` after flexion. */
export function lookUp(table: Float64Array, t: number): number {
  const u = (t + 2) * (N / 4)
  const i = Math.floor(u)
  const a = table[i] ?? 0
  return a + ((table[i + 1] ?? a) - a) * (u - i)
}
