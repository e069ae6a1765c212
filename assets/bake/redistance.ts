// True distances from a field that is only roughly one: exact near the surface, fast sweeping beyond.
import { type Fn, gradient } from '../../scenes/common/anatomy/kit/field.ts'

export interface Lattice {
  readonly lo: readonly [number, number, number]
  readonly h: number
  readonly n: readonly [number, number, number]
}

export function latticeOver(lo: Lattice['lo'], hi: Lattice['lo'], h: number): Lattice {
  const n = (a: number): number => Math.round(((hi[a] ?? 0) - (lo[a] ?? 0)) / h) + 1
  return { lo, h, n: [n(0), n(1), n(2)] }
}

const BLOCK = 4

/** Evaluates a field on a lattice; a block that lies far beyond the band of the grids keeps the value of its middle. */
export function evaluate(f: Fn, g: Lattice): Float64Array {
  const [nx, ny, nz] = g.n
  const out = new Float64Array(nx * ny * nz)
  const half = ((BLOCK - 1) / 2) * g.h
  const far = 20 + 1.3 * Math.sqrt(3) * half
  const block = (i0: number, j0: number, k0: number): void => {
    const c = f(g.lo[0] + i0 * g.h + half, g.lo[1] + j0 * g.h + half, g.lo[2] + k0 * g.h + half)
    const skip = Math.abs(c) > far
    for (let k = k0; k < Math.min(k0 + BLOCK, nz); k++) {
      for (let j = j0; j < Math.min(j0 + BLOCK, ny); j++) {
        for (let i = i0; i < Math.min(i0 + BLOCK, nx); i++) {
          const value = skip ? c : f(g.lo[0] + i * g.h, g.lo[1] + j * g.h, g.lo[2] + k * g.h)
          out[i + nx * (j + ny * k)] = value
        }
      }
    }
  }
  for (let k = 0; k < nz; k += BLOCK)
    for (let j = 0; j < ny; j += BLOCK) for (let i = 0; i < nx; i += BLOCK) block(i, j, k)
  return out
}

function crosses(d: Float64Array, o: number, steps: readonly number[]): boolean {
  const s = (d[o] ?? 0) < 0
  return steps.some((t) => (d[o + t] ?? d[o] ?? 0) < 0 !== s)
}

/** Distance at a cell next to the surface: the foot of the perpendicular is found by Newton steps on the field. */
function footDistance(f: Fn, p: readonly [number, number, number], d0: number): number {
  let [x, y, z] = p
  const e = 0.1
  for (let i = 0; i < 4; i++) {
    const d = f(x, y, z)
    const gx = (f(x + e, y, z) - f(x - e, y, z)) / (2 * e)
    const gy = (f(x, y + e, z) - f(x, y - e, z)) / (2 * e)
    const gz = (f(x, y, z + e) - f(x, y, z - e)) / (2 * e)
    const g2 = Math.max(gx * gx + gy * gy + gz * gz, 0.05)
    // Towards the surface along the gradient, then sideways so that the foot stays under the point.
    const along = ((p[0] - x) * gx + (p[1] - y) * gy + (p[2] - z) * gz) / g2
    const side = i === 0 ? 0 : 0.7
    const [sx, sy, sz] = [p[0] - x - gx * along, p[1] - y - gy * along, p[2] - z - gz * along]
    if (i > 0 && Math.abs(d) < 0.01 && sx * sx + sy * sy + sz * sz < 0.01) break
    x += -gx * (d / g2) + side * sx
    y += -gy * (d / g2) + side * sy
    z += -gz * (d / g2) + side * sz
  }
  const [rx, ry, rz] = p
  // Where the field has a crease the steps may stray: then the first-order distance is the better one.
  if (Math.abs(f(x, y, z)) > 0.04) return d0 / Math.max(gradient(f, p, e).length, 0.3)
  const r = Math.sqrt((x - rx) * (x - rx) + (y - ry) * (y - ry) + (z - rz) * (z - rz))
  return d0 < 0 ? -r : r
}

/** Solves |grad u| = 1 for the three smallest neighbours. */
function eikonal(a: number, b: number, c: number, h: number): number {
  const [p, q, r] = [a, b, c].sort((s, t) => s - t) as [number, number, number]
  let u = p + h
  if (u > q) {
    u = (p + q + Math.sqrt(Math.max(0, 2 * h * h - (p - q) * (p - q)))) / 2
    if (u > r) {
      const s = p + q + r
      u = (s + Math.sqrt(Math.max(0, s * s - 3 * (p * p + q * q + r * r - h * h)))) / 3
    }
  }
  return u
}

function sweep(u: Float64Array, fixed: Uint8Array, g: Lattice, signs: readonly [number, number, number]): void {
  const [nx, ny, nz] = g.n
  const at = (i: number, j: number, k: number): number =>
    i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz ? 1e9 : (u[i + nx * (j + ny * k)] ?? 1e9)
  for (let c = 0; c < nz; c++) {
    const k = signs[2] > 0 ? c : nz - 1 - c
    for (let b = 0; b < ny; b++) {
      const j = signs[1] > 0 ? b : ny - 1 - b
      for (let a = 0; a < nx; a++) {
        const i = signs[0] > 0 ? a : nx - 1 - a
        const o = i + nx * (j + ny * k)
        if (fixed[o]) continue
        const x = Math.min(at(i - 1, j, k), at(i + 1, j, k))
        const y = Math.min(at(i, j - 1, k), at(i, j + 1, k))
        const z = Math.min(at(i, j, k - 1), at(i, j, k + 1))
        const best = eikonal(x, y, z, g.h)
        if (best < (u[o] ?? 0)) u[o] = best
      }
    }
  }
}

/** Signed distances on the lattice, right to a few hundredths of a cell within two cells and to a few per cent beyond. */
export function redistance(f: Fn, g: Lattice): Float64Array {
  const raw = evaluate(f, g)
  const [nx, ny, nz] = g.n
  const fixed = new Uint8Array(raw.length)
  const u = new Float64Array(raw.length)
  const steps = [1, -1, nx, -nx, nx * ny, -nx * ny, nx + 1, nx - 1, -nx + 1, -nx - 1]
  for (let k = 0, o = 0; k < nz; k++) {
    for (let j = 0; j < ny; j++) {
      for (let i = 0; i < nx; i++, o++) {
        const d = raw[o] ?? 0
        const near = Math.abs(d) < 1.3 * g.h || crosses(raw, o, steps)
        fixed[o] = near ? 1 : 0
        const p = [g.lo[0] + i * g.h, g.lo[1] + j * g.h, g.lo[2] + k * g.h] as const
        u[o] = near ? Math.abs(footDistance(f, p, d)) : 1e6
      }
    }
  }
  for (let pass = 0; pass < 2; pass++) {
    for (let s = 0; s < 8; s++) sweep(u, fixed, g, [s & 1 ? 1 : -1, s & 2 ? 1 : -1, s & 4 ? 1 : -1])
  }
  return u.map((v, o) => ((raw[o] ?? 0) < 0 ? -v : v))
}
