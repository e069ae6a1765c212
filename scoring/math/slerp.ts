import { acos } from './inverse.ts'
import { sin } from './trig.ts'
import { nlerp, type Quat } from './vec.ts'

/**
 * Spherical interpolation along the shorter arc, exact across engines.
 * @param t 0..1 @returns a unit quaternion (given unit quaternions, to rounding)
 * @example slerp([0, 0, 0, 1], [1, 0, 0, 0], 0.5) // a quarter turn about x: [0.7071, 0, 0, 0.7071]
 */
export function slerp(a: Quat, b: Quat, t: number): Quat {
  const d = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
  const c = Math.abs(d)
  // Below about 2 degrees the chord errs by less than 1e-9 of the arc, and sin(angle) would lose digits.
  if (c > 0.99999) return nlerp(a, b, t)
  const angle = acos(Math.min(c, 1))
  const s = 1 / sin(angle)
  const u = sin((1 - t) * angle) * s
  const v = (d < 0 ? -s : s) * sin(t * angle)
  return [a[0] * u + b[0] * v, a[1] * u + b[1] * v, a[2] * u + b[2] * v, a[3] * u + b[3] * v]
}
