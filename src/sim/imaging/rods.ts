import { type Vec3, dot, mad, scale, sub } from '../../../scoring/math/index.ts'

/** A straight piece of metal: needle, wire, drill. Work frame, metres; attenuation in 1/m. */
export interface Rod {
  readonly from: Vec3
  readonly to: Vec3
  readonly radius: number
  /** Radius of the bore, 0 for a solid rod. */
  readonly bore: number
  readonly mu: number
}

/** Length of the ray from `o` along the unit vector `d` inside a cylinder with flat ends, m. */
export function chord(o: Vec3, d: Vec3, rod: Pick<Rod, 'from' | 'to'>, radius: number): number {
  const axis = sub(rod.to, rod.from)
  const length = Math.sqrt(dot(axis, axis))
  if (length === 0 || radius <= 0) return 0
  const u = scale(axis, 1 / length)
  const w = sub(o, rod.from)
  const du = dot(d, u)
  const wu = dot(w, u)
  const dp = mad(d, u, -du)
  const wp = mad(w, u, -wu)
  const a = dot(dp, dp)
  const b = dot(dp, wp)
  const c = dot(wp, wp) - radius * radius
  let [t0, t1] = [-1e9, 1e9]
  if (a > 1e-12) {
    const disc = b * b - a * c
    if (disc <= 0) return 0
    const s = Math.sqrt(disc)
    t0 = (-b - s) / a
    t1 = (-b + s) / a
  } else if (c > 0) return 0
  if (Math.abs(du) > 1e-9) {
    const [p, q] = [-wu / du, (length - wu) / du]
    t0 = Math.max(t0, Math.min(p, q))
    t1 = Math.min(t1, Math.max(p, q))
  } else if (wu < 0 || wu > length) return 0
  return Math.max(0, t1 - t0)
}

/** What the rods add to the line integral of one ray (dimensionless). */
export function rodsIntegral(o: Vec3, d: Vec3, rods: readonly Rod[]): number {
  let sum = 0
  for (const r of rods) sum += r.mu * (chord(o, d, r, r.radius) - chord(o, d, r, r.bore))
  return sum
}
