// Signed distance fields while authoring: millimetres, negative inside. Only arithmetic that every engine computes alike.

/** A point or a size in millimetres: x lateral (right knee), y anterior, z superior. */
export type Point = readonly [number, number, number]
export type Fn = (x: number, y: number, z: number) => number
export interface Box {
  readonly lo: Point
  readonly hi: Point
}
/** A field and a box outside which the distance to the box bounds it from below (needed for culling). */
export interface Field {
  readonly at: Fn
  readonly box: Box
}

export const EVERYWHERE: Box = { lo: [-1e4, -1e4, -1e4], hi: [1e4, 1e4, 1e4] }

export function field(at: Fn, box: Box = EVERYWHERE): Field {
  return { at, box }
}

export function clamp01(t: number): number {
  return t < 0 ? 0 : t > 1 ? 1 : t
}

/** Smooth 0..1 step from `a` to `b` (cubic); `b` may be below `a`. */
export function step(a: number, b: number, t: number): number {
  const u = clamp01((t - a) / (b - a))
  return u * u * (3 - 2 * u)
}

/** Bell of height 1 at 0 that ends smoothly at |t| = 1. */
export function bell(t: number): number {
  const u = 1 - t * t
  return u > 0 ? u * u : 0
}

/** Distance from a point to a box, 0 inside. */
export function boxDistance(b: Box, x: number, y: number, z: number): number {
  const ex = Math.max(b.lo[0] - x, x - b.hi[0], 0)
  const ey = Math.max(b.lo[1] - y, y - b.hi[1], 0)
  const ez = Math.max(b.lo[2] - z, z - b.hi[2], 0)
  return Math.sqrt(ex * ex + ey * ey + ez * ez)
}

/** Polynomial smooth minimum; `k` mm is the width of the blend. */
export function smin(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b)
  const m = a < b ? a : b
  return h > 0 ? m - (h * h) / (4 * k) : m
}

export function smax(a: number, b: number, k: number): number {
  return -smin(-a, -b, k)
}

function cover(a: Box, b: Box): Box {
  return {
    lo: [Math.min(a.lo[0], b.lo[0]), Math.min(a.lo[1], b.lo[1]), Math.min(a.lo[2], b.lo[2])],
    hi: [Math.max(a.hi[0], b.hi[0]), Math.max(a.hi[1], b.hi[1]), Math.max(a.hi[2], b.hi[2])],
  }
}

export function grow(b: Box, r: number): Box {
  return { lo: [b.lo[0] - r, b.lo[1] - r, b.lo[2] - r], hi: [b.hi[0] + r, b.hi[1] + r, b.hi[2] + r] }
}

/** Smooth union; a part is skipped only where it cannot change the result (its lower bound exceeds d + k). */
export function union(k: number, ...parts: readonly Field[]): Field {
  const at: Fn = (x, y, z) => {
    let d = 1e9
    for (const p of parts) if (boxDistance(p.box, x, y, z) <= d + k) d = smin(d, p.at(x, y, z), k)
    return d
  }
  const box = parts.map((p) => p.box).reduce(cover)
  return field(at, grow(box, (k * parts.length) / 6))
}

export function subtract(k: number, a: Field, ...holes: readonly Field[]): Field {
  return field((x, y, z) => {
    let d = a.at(x, y, z)
    for (const h of holes) d = smax(d, -h.at(x, y, z), k)
    return d
  }, a.box)
}

export function intersect(k: number, a: Field, b: Field): Field {
  return field((x, y, z) => smax(a.at(x, y, z), b.at(x, y, z), k), a.box)
}

export function offset(a: Field, r: number): Field {
  return field((x, y, z) => a.at(x, y, z) - r, grow(a.box, r))
}

/** The same field inside `box`; beyond `slack` mm outside it only the distance to the box (a true lower bound). */
export function bounded(a: Field, box: Box, slack = 25): Field {
  const at: Fn = (x, y, z) => {
    const e = boxDistance(box, x, y, z)
    return e > slack ? e : a.at(x, y, z)
  }
  return field(at, box)
}

/** Length and direction of the steepest rise, by central differences over +-e mm. */
export function gradient(f: Fn, p: Point, e = 0.3): { readonly n: Point; readonly length: number } {
  const [x, y, z] = p
  const gx = (f(x + e, y, z) - f(x - e, y, z)) / (2 * e)
  const gy = (f(x, y + e, z) - f(x, y - e, z)) / (2 * e)
  const gz = (f(x, y, z + e) - f(x, y, z - e)) / (2 * e)
  const length = Math.sqrt(gx * gx + gy * gy + gz * gz)
  const s = 1 / Math.max(length, 1e-9)
  return { n: [gx * s, gy * s, gz * s], length }
}
