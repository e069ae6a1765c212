import { type Box, type Field, type Fn, field, smax } from './field.ts'

/** Cross-section of a loft: z, centre x, centre y, half width x, half depth y, triangularity (apex anterior). */
export type Station = readonly [number, number, number, number, number, number?]

const N = 512
const STRIDE = 6

/** Cubic through the stations with finite-difference tangents; column `c` of the station list at height z. */
function interpolate(st: readonly Station[], c: number, z: number): number {
  let j = 0
  while (j < st.length - 2 && z > (st[j + 1]?.[0] ?? 0)) j++
  const value = (i: number): number => st[i]?.[c] ?? 0
  const height = (i: number): number => st[i]?.[0] ?? 0
  const slope = (i: number): number => {
    const a = Math.max(0, i - 1)
    const b = Math.min(st.length - 1, i + 1)
    return (value(b) - value(a)) / (height(b) - height(a))
  }
  const h = height(j + 1) - height(j)
  const t = (z - height(j)) / h
  const t2 = t * t
  const t3 = t2 * t
  const ends = (2 * t3 - 3 * t2 + 1) * value(j) + (3 * t2 - 2 * t3) * value(j + 1)
  return ends + (t3 - 2 * t2 + t) * slope(j) * h + (t3 - t2) * slope(j + 1) * h
}

function table(st: readonly Station[], z0: number, dz: number): Float64Array {
  const t = new Float64Array((N + 1) * STRIDE)
  for (let i = 0; i <= N; i++) for (let c = 1; c <= 5; c++) t[i * STRIDE + c - 1] = interpolate(st, c, z0 + dz * i)
  for (let i = 0; i <= N; i++) {
    const a = Math.max(0, i - 1)
    const b = Math.min(N, i + 1)
    let s = 0
    for (let c = 0; c < 4; c++) s = Math.max(s, Math.abs((t[b * STRIDE + c] ?? 0) - (t[a * STRIDE + c] ?? 0)))
    s /= (b - a) * dz
    t[i * STRIDE + 5] = 1 / Math.sqrt(1 + s * s)
  }
  return t
}

/** Signed distance in one cross-section: an ellipse made triangular by `tri` (sin 3 theta, apex at +y). */
function section(qx: number, qy: number, r: readonly [number, number], tri: number): number {
  const u = qx / r[0]
  const v = qy / r[1]
  const k0 = Math.sqrt(u * u + v * v)
  if (k0 < 1e-4) return -Math.min(r[0], r[1])
  const s = v / k0
  const edge = 1 - tri * (s * (4 * s * s - 3))
  const a = u / r[0]
  const b = v / r[1]
  return ((k0 - edge) * k0) / Math.sqrt(a * a + b * b)
}

/** Solid swept along z through the stations, rounded ends (`cap` mm). */
export function loft(stations: readonly Station[], cap = 6): Field {
  const st = [...stations].sort((a, b) => a[0] - b[0])
  const z0 = st[0]?.[0] ?? 0
  const z1 = st[st.length - 1]?.[0] ?? 1
  const dz = (z1 - z0) / N
  const t = table(st, z0, dz)
  const at: Fn = (x, y, z) => {
    const u = Math.min(Math.max((z - z0) / dz, 0), N - 1e-6)
    const i = Math.floor(u)
    const f = u - i
    const o = i * STRIDE
    const get = (c: number): number => (t[o + c] ?? 0) * (1 - f) + (t[o + STRIDE + c] ?? 0) * f
    const d = section(x - get(0), y - get(1), [get(2), get(3)], get(4)) * (t[o + 5] ?? 1)
    const e = Math.max(z0 - z, z - z1)
    return e > -cap * 2 ? smax(d, e, cap) : d
  }
  const reach = (c: number, r: number, s: number): number =>
    Math.max(...st.map((k) => s * (k[c] ?? 0) + (k[r] ?? 0))) * s
  const box: Box = { lo: [reach(1, 3, -1), reach(2, 4, -1), z0], hi: [reach(1, 3, 1), reach(2, 4, 1), z1] }
  return field(at, { lo: [box.lo[0] - 6, box.lo[1] - 6, z0 - 1], hi: [box.hi[0] + 6, box.hi[1] + 6, z1 + 1] })
}
