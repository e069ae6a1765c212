// Vectors and rotations from + - * / and Math.sqrt alone, which IEEE 754 fixes to the last bit in every engine.

/** A vector [x, y, z]; metres unless a name says otherwise. */
export type Vec3 = readonly [number, number, number]
/** A unit quaternion [x, y, z, w]. */
export type Quat = readonly [number, number, number, number]
/** A rigid pose: `p` in metres, `q` rotates from the body's frame into the outer frame. */
export interface Pose {
  readonly p: Vec3
  readonly q: Quat
}

export const ZERO: Vec3 = [0, 0, 0]
export const IDENTITY: Quat = [0, 0, 0, 1]

export function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

export function sub(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

export function scale(a: Vec3, s: number): Vec3 {
  return [a[0] * s, a[1] * s, a[2] * s]
}

/** a + b * s */
export function mad(a: Vec3, b: Vec3, s: number): Vec3 {
  return [a[0] + b[0] * s, a[1] + b[1] * s, a[2] + b[2] * s]
}

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function length(a: Vec3): number {
  return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
}

export function distance(a: Vec3, b: Vec3): number {
  return length(sub(a, b))
}

/** Unit vector along `a`. @throws RangeError when `a` has no direction */
export function normalize(a: Vec3): Vec3 {
  const l = length(a)
  if (!(l > 0)) throw new RangeError(`normalize: got [${a.join(', ')}], expected a vector longer than 0`)
  return scale(a, 1 / l)
}

/** a + (b - a) * t */
export function lerp(a: Vec3, b: Vec3, t: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

/** The rotation "first b, then a". */
export function multiply(a: Quat, b: Quat): Quat {
  return [
    a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
    a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
    a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
    a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
  ]
}

export function conjugate(q: Quat): Quat {
  return [-q[0], -q[1], -q[2], q[3]]
}

/** Unit quaternion along `q`. @throws RangeError for a zero quaternion (a lost hand must be null, never zero) */
export function normalizeQuat(q: Quat): Quat {
  const l = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3])
  if (!(l > 0)) throw new RangeError(`normalizeQuat: got [${q.join(', ')}], expected a quaternion longer than 0`)
  const s = 1 / l
  return [q[0] * s, q[1] * s, q[2] * s, q[3] * s]
}

/** `v` turned by `q`. */
export function rotate(q: Quat, v: Vec3): Vec3 {
  const tx = 2 * (q[1] * v[2] - q[2] * v[1])
  const ty = 2 * (q[2] * v[0] - q[0] * v[2])
  const tz = 2 * (q[0] * v[1] - q[1] * v[0])
  return [
    v[0] + q[3] * tx + q[1] * tz - q[2] * ty,
    v[1] + q[3] * ty + q[2] * tx - q[0] * tz,
    v[2] + q[3] * tz + q[0] * ty - q[1] * tx,
  ]
}

/** `v` turned by the inverse of `q`. */
export function unrotate(q: Quat, v: Vec3): Vec3 {
  return rotate(conjugate(q), v)
}

/** The point `v` of a body at `pose`, in the outer frame. */
export function transform(pose: Pose, v: Vec3): Vec3 {
  return add(pose.p, rotate(pose.q, v))
}

/** The outer point `v` in the frame of a body at `pose`. */
export function untransform(pose: Pose, v: Vec3): Vec3 {
  return unrotate(pose.q, sub(v, pose.p))
}

/** The pose `inner`, given in the frame of `outer`, in the frame that `outer` is given in. */
export function compose(outer: Pose, inner: Pose): Pose {
  return { p: transform(outer, inner.p), q: multiply(outer.q, inner.q) }
}

export function invert(pose: Pose): Pose {
  const q = conjugate(pose.q)
  return { p: scale(rotate(q, pose.p), -1), q }
}

/** Normalised linear interpolation along the shorter arc; `t` in 0..1. */
export function nlerp(a: Quat, b: Quat, t: number): Quat {
  const s = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -t : t
  const u = 1 - t
  return normalizeQuat([a[0] * u + b[0] * s, a[1] * u + b[1] * s, a[2] * u + b[2] * s, a[3] * u + b[3] * s])
}

/**
 * Shortest rotation from `a` to `b` as 2 sin(angle / 2) * axis, in the outer frame: equals the rotation vector to third
 * order and saturates at 180 degrees, without any transcendental function.
 */
export function turn(a: Quat, b: Quat): Vec3 {
  const d = multiply(b, conjugate(a))
  const s = d[3] < 0 ? -2 : 2
  return [d[0] * s, d[1] * s, d[2] * s]
}

/** `q` after turning with angular velocity `w` (rad/s, outer frame) for `h` seconds; first order, renormalised. */
export function spin(q: Quat, w: Vec3, h: number): Quat {
  const d = multiply([w[0], w[1], w[2], 0], q)
  const k = h * 0.5
  return normalizeQuat([q[0] + d[0] * k, q[1] + d[1] * k, q[2] + d[2] * k, q[3] + d[3] * k])
}

/** Shortest rotation that brings the unit vector `from` onto the unit vector `to`. */
export function between(from: Vec3, to: Vec3): Quat {
  const c = dot(from, to)
  if (c < -0.999999) {
    const side: Vec3 = Math.abs(from[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0]
    const a = normalize(cross(from, side))
    return [a[0], a[1], a[2], 0]
  }
  const a = cross(from, to)
  return normalizeQuat([a[0], a[1], a[2], 1 + c])
}
