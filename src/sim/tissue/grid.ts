// Baked signed distances: Int8 counts on a regular lattice, read by trilinear interpolation (+ - * and floor alone).
import type { Vec3 } from '../../../scoring/math/index.ts'

/** What the header of a grid file says; millimetres in the archetype's frame. */
export interface GridHeader {
  readonly name: string
  readonly origin_mm: Vec3
  readonly spacing_mm: number
  readonly dims: readonly [number, number, number]
  /** Millimetres a count. */
  readonly unit_mm: number
}

/** A grid ready for sampling: metres. */
export interface Grid {
  readonly name: string
  readonly origin: Vec3
  /** Cells a metre. */
  readonly density: number
  readonly dims: readonly [number, number, number]
  /** Metres a count. */
  readonly unit: number
  readonly data: Int8Array
}

/**
 * Joins a verified header and its counts.
 * @throws RangeError when the number of counts does not fit the header
 */
export function createGrid(h: GridHeader, data: Int8Array): Grid {
  const [nx, ny, nz] = h.dims
  if (data.length !== nx * ny * nz || nx < 2 || ny < 2 || nz < 2) {
    throw new RangeError(`grid ${h.name}: got ${data.length} counts, expected ${h.dims.join(' x ')} (each at least 2)`)
  }
  const origin: Vec3 = [h.origin_mm[0] / 1000, h.origin_mm[1] / 1000, h.origin_mm[2] / 1000]
  return { name: h.name, origin, density: 1000 / h.spacing_mm, dims: h.dims, unit: h.unit_mm / 1000, data }
}

/** True when the point lies inside the lattice (elsewhere the value of the nearest border is returned). */
export function covers(g: Grid, x: number, y: number, z: number): boolean {
  const u = (x - g.origin[0]) * g.density
  const v = (y - g.origin[1]) * g.density
  const w = (z - g.origin[2]) * g.density
  return u >= 0 && v >= 0 && w >= 0 && u <= g.dims[0] - 1 && v <= g.dims[1] - 1 && w <= g.dims[2] - 1
}

/** Signed distance (m, negative inside) at an archetype point; saturates at the band of 127 counts. */
export function sample(g: Grid, x: number, y: number, z: number): number {
  const [nx, ny, nz] = g.dims
  const u = Math.min(Math.max((x - g.origin[0]) * g.density, 0), nx - 1.000001)
  const v = Math.min(Math.max((y - g.origin[1]) * g.density, 0), ny - 1.000001)
  const w = Math.min(Math.max((z - g.origin[2]) * g.density, 0), nz - 1.000001)
  const i = Math.floor(u)
  const j = Math.floor(v)
  const k = Math.floor(w)
  const fu = u - i
  const fv = v - j
  const d = g.data
  const o = i + nx * (j + ny * k)
  const p = o + nx * ny
  const a = (d[o] ?? 0) * (1 - fu) + (d[o + 1] ?? 0) * fu
  const b = (d[o + nx] ?? 0) * (1 - fu) + (d[o + nx + 1] ?? 0) * fu
  const c = (d[p] ?? 0) * (1 - fu) + (d[p + 1] ?? 0) * fu
  const e = (d[p + nx] ?? 0) * (1 - fu) + (d[p + nx + 1] ?? 0) * fu
  const low = a + (b - a) * fv
  return (low + (c + (e - c) * fv - low) * (w - k)) * g.unit
}
