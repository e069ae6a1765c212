// Smooth plateaus that say where a warp acts: 1 in the middle, 0 outside, cubic flanks. Archetype frame.

/** A plateau in x, y and z, in millimetres as written in the archetype's manifest. */
export interface BumpSpec {
  /** Centre in x, half width of the flat part, half width at the foot. */
  readonly x: readonly [number, number, number]
  /** Rises over the first two heights, falls over the last two. */
  readonly z: readonly [number, number, number, number]
  /** Rises from back to front over these two; without it no dependence on y. */
  readonly y?: readonly [number, number]
}

/** The same in metres. */
export interface Bump {
  readonly cx: number
  readonly flat: number
  readonly foot: number
  readonly z: readonly [number, number, number, number]
  readonly y: readonly [number, number] | undefined
}

export function bumpFrom(s: BumpSpec): Bump {
  const m = (v: number): number => v / 1000
  return {
    cx: m(s.x[0]),
    flat: m(s.x[1]),
    foot: m(s.x[2]),
    z: [m(s.z[0]), m(s.z[1]), m(s.z[2]), m(s.z[3])],
    y: s.y && [m(s.y[0]), m(s.y[1])],
  }
}

/** Cubic step: 0 up to `a`, 1 from `b` on (`b` may lie below `a`). */
export function smooth(a: number, b: number, t: number): number {
  const u = (t - a) / (b - a)
  return u <= 0 ? 0 : u >= 1 ? 1 : u * u * (3 - 2 * u)
}

/** Height 0..1 of the plateau over (x, z). */
export function plateau(b: Bump, x: number, z: number): number {
  if (z <= b.z[0] || z >= b.z[3]) return 0
  const dx = Math.abs(x - b.cx)
  if (dx >= b.foot) return 0
  return smooth(b.foot, b.flat, dx) * (z < b.z[1] ? smooth(b.z[0], b.z[1], z) : smooth(b.z[3], b.z[2], z))
}

/** Height 0..1 with the dependence on y. */
export function bumpAt(b: Bump, x: number, y: number, z: number): number {
  const h = plateau(b, x, z)
  return h > 0 && b.y ? h * smooth(b.y[0], b.y[1], y) : h
}

/** Integral of the plateau over x and z, m2 (exact: a cubic flank has half the area of its box). */
export function plateauArea(b: Bump): number {
  return (b.flat + b.foot) * ((b.z[2] + b.z[3] - b.z[0] - b.z[1]) / 2)
}
