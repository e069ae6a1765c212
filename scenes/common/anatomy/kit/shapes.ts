import { type Box, type Field, type Fn, type Point, boxDistance, field } from './field.ts'

export function sphere(c: Point, r: number): Field {
  return ellipsoid(c, [r, r, r])
}

type Basis = readonly [Point, Point, Point]

/** Right-handed axes whose third is `up` and whose first stays near x. */
function basis(up: Point): Basis {
  const l = Math.sqrt(up[0] * up[0] + up[1] * up[1] + up[2] * up[2])
  const c: Point = [up[0] / l, up[1] / l, up[2] / l]
  const k = Math.sqrt(c[2] * c[2] + c[0] * c[0])
  const a: Point = [c[2] / k, 0, -c[0] / k]
  const b: Point = [c[1] * a[2] - c[2] * a[1], c[2] * a[0] - c[0] * a[2], c[0] * a[1] - c[1] * a[0]]
  return [a, b, c]
}

function ellipsoidDistance(u: number, v: number, w: number, r: Point): number {
  const a = u / r[0]
  const b = v / r[1]
  const c = w / r[2]
  const k0 = Math.sqrt(a * a + b * b + c * c)
  const p = a / r[0]
  const q = b / r[1]
  const s = c / r[2]
  const k1 = Math.sqrt(p * p + q * q + s * s)
  return k1 < 1e-9 ? -Math.min(r[0], r[1], r[2]) : (k0 * (k0 - 1)) / k1
}

/** Ellipsoid (first-order distance); `up` is the direction of its third axis. */
export function ellipsoid(c: Point, r: Point, up?: Point): Field {
  const m = up ? basis(up) : null
  const e = m ? Math.max(r[0], r[1], r[2]) : 0
  const h: Point = m ? [e, e, e] : r
  const box: Box = {
    lo: [c[0] - h[0], c[1] - h[1], c[2] - h[2]],
    hi: [c[0] + h[0], c[1] + h[1], c[2] + h[2]],
  }
  const at: Fn = (x, y, z) => {
    const u = x - c[0]
    const v = y - c[1]
    const w = z - c[2]
    if (!m) return ellipsoidDistance(u, v, w, r)
    const [a, b, d] = m
    const ux = u * a[0] + v * a[1] + w * a[2]
    const uy = u * b[0] + v * b[1] + w * b[2]
    return ellipsoidDistance(ux, uy, u * d[0] + v * d[1] + w * d[2], r)
  }
  return field(at, box)
}

/** Knot of a tube: x, y, z, radius (mm). */
export type Knot = readonly [number, number, number, number]

function spline(p: readonly [number, number, number, number], t: number): number {
  const [a, b, c, d] = p
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
}

/** Catmull-Rom through the knots, `parts` straight pieces between two knots; flat list of x, y, z, r. */
function polyline(knots: readonly Knot[], parts: number): Float64Array {
  const out: number[] = []
  const knot = (i: number): Knot => knots[Math.min(Math.max(i, 0), knots.length - 1)] ?? [0, 0, 0, 0]
  for (let i = 0; i < knots.length - 1; i++) {
    const [a, b, c, d] = [knot(i - 1), knot(i), knot(i + 1), knot(i + 2)]
    for (let s = 0; s < parts; s++) {
      for (let j = 0; j < 4; j++) out.push(spline([a[j] ?? 0, b[j] ?? 0, c[j] ?? 0, d[j] ?? 0], s / parts))
    }
  }
  out.push(...knot(knots.length - 1))
  return Float64Array.from(out)
}

function boxOf(line: Float64Array): Box {
  const lo = [1e9, 1e9, 1e9]
  const hi = [-1e9, -1e9, -1e9]
  for (let i = 0; i < line.length; i += 4) {
    for (let j = 0; j < 3; j++) {
      const r = line[i + 3] ?? 0
      lo[j] = Math.min(lo[j] ?? 0, (line[i + j] ?? 0) - r)
      hi[j] = Math.max(hi[j] ?? 0, (line[i + j] ?? 0) + r)
    }
  }
  return { lo: [lo[0] ?? 0, lo[1] ?? 0, lo[2] ?? 0], hi: [hi[0] ?? 0, hi[1] ?? 0, hi[2] ?? 0] }
}

/** Distance to one piece of a tube, from point `p` to knots at `o` and `o + 4` of the line. */
function pieceDistance(l: Float64Array, o: number, p: Point): number {
  const ax = l[o] ?? 0
  const ay = l[o + 1] ?? 0
  const az = l[o + 2] ?? 0
  const ar = l[o + 3] ?? 0
  const bx = (l[o + 4] ?? 0) - ax
  const by = (l[o + 5] ?? 0) - ay
  const bz = (l[o + 6] ?? 0) - az
  const px = p[0] - ax
  const py = p[1] - ay
  const pz = p[2] - az
  let t = (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz)
  t = t < 0 ? 0 : t > 1 ? 1 : t
  const qx = px - bx * t
  const qy = py - by * t
  const qz = pz - bz * t
  return Math.sqrt(qx * qx + qy * qy + qz * qz) - ar - ((l[o + 7] ?? 0) - ar) * t
}

/** Smooth tube through knots; far outside its box only a lower bound is returned. */
export function tube(knots: readonly Knot[], parts = 3): Field {
  const line = polyline(knots, parts)
  const box = boxOf(line)
  const at: Fn = (x, y, z) => {
    const e = boxDistance(box, x, y, z)
    if (e > 40) return e
    let best = 1e9
    for (let o = 0; o + 4 < line.length; o += 4) best = Math.min(best, pieceDistance(line, o, [x, y, z]))
    return best
  }
  return field(at, box)
}

/** Vector from the nearest point of one piece to `p` and the radius there: x, y, z, r, written to `out`. */
function pieceVector(l: Float64Array, o: number, p: Point, out: number[]): void {
  const get = (i: number): number => l[o + i] ?? 0
  const bx = get(4) - get(0)
  const by = get(5) - get(1)
  const bz = get(6) - get(2)
  const px = p[0] - get(0)
  const py = p[1] - get(1)
  const pz = p[2] - get(2)
  let t = (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz)
  t = t < 0 ? 0 : t > 1 ? 1 : t
  out[0] = px - bx * t
  out[1] = py - by * t
  out[2] = pz - bz * t
  out[3] = get(3) + (get(7) - get(3)) * t
}

/** First-order distance to a section that is `wide` times as wide (x) as it is deep, from its squeezed vector. */
function flatDistance(v: readonly number[], wide: number): number {
  const [x, y, z, r] = [v[0] ?? 0, v[1] ?? 0, v[2] ?? 0, v[3] ?? 0]
  const length = Math.sqrt(x * x + y * y + z * z)
  if (length < 0.05 * r) return -r
  const rise = Math.sqrt((x * x) / (wide * wide) + y * y + z * z) / length
  return (length - r) / rise
}

/** A tube pressed flat: it reaches `wide` (> 1) times as far in x as in y and z. Its middle runs through the knots. */
export function ribbon(knots: readonly Knot[], wide: number, cx: number): Field {
  // space is squeezed in x about `cx`: so are the knots
  const line = polyline(
    knots.map(([x, y, z, r]) => [cx + (x - cx) / wide, y, z, r] as const),
    4,
  )
  const { lo, hi } = boxOf(line)
  const box: Box = {
    lo: [cx + (lo[0] - cx) * wide, lo[1], lo[2]],
    hi: [cx + (hi[0] - cx) * wide, hi[1], hi[2]],
  }
  const v = [0, 0, 0, 0]
  const at: Fn = (x, y, z) => {
    const e = boxDistance(box, x, y, z)
    if (e > 40) return e
    let best = 1e9
    for (let o = 0; o + 4 < line.length; o += 4) {
      pieceVector(line, o, [cx + (x - cx) / wide, y, z], v)
      best = Math.min(best, flatDistance(v, wide))
    }
    return e > 0 ? Math.max(best, e) : best
  }
  return field(at, box)
}

/** Half space below the plane through `d` along the unit normal `n`. */
export function plane(n: Point, d: number): Field {
  return field((x, y, z) => n[0] * x + n[1] * y + n[2] * z - d)
}
