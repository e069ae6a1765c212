// Surface of a field as triangles: naive surface nets, vertices moved onto the surface, normals from the field.
import { type Fn, gradient } from '../../scenes/common/anatomy/kit/field.ts'
import { type Lattice, latticeOver } from './redistance.ts'

export interface Surface {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly indices: Uint32Array
}

const BLOCK = 8

/** Field values; blocks that the surface cannot cross get a constant of the right sign. */
function values(f: Fn, g: Lattice): Float32Array {
  const [nx, ny, nz] = g.n
  const v = new Float32Array(nx * ny * nz).fill(NaN)
  const reach = BLOCK * g.h * 0.87 * 1.7
  const half = (BLOCK / 2) * g.h
  for (let k = 0; k < nz; k += BLOCK) {
    for (let j = 0; j < ny; j += BLOCK) {
      for (let i = 0; i < nx; i += BLOCK) {
        const c = f(g.lo[0] + i * g.h + half, g.lo[1] + j * g.h + half, g.lo[2] + k * g.h + half)
        fill(v, g, [i, j, k], Math.abs(c) > reach ? c : f)
      }
    }
  }
  return v
}

function fill(v: Float32Array, g: Lattice, [i, j, k]: readonly [number, number, number], what: Fn | number): void {
  const [nx, ny, nz] = g.n
  for (let c = k; c < Math.min(k + BLOCK, nz); c++) {
    for (let b = j; b < Math.min(j + BLOCK, ny); b++) {
      for (let a = i; a < Math.min(i + BLOCK, nx); a++) {
        const value = typeof what === 'number' ? what : what(g.lo[0] + a * g.h, g.lo[1] + b * g.h, g.lo[2] + c * g.h)
        v[a + nx * (b + ny * c)] = value
      }
    }
  }
}

/** Middle of the edge crossings of one cell, in cells; null when the surface does not pass. */
function crossing(v: Float32Array, o: number, corners: readonly number[]): readonly [number, number, number] | null {
  let [x, y, z, count] = [0, 0, 0, 0]
  for (let a = 0; a < 8; a++) {
    for (let axis = 1; axis < 8; axis <<= 1) {
      if (a & axis) continue
      const va = v[o + (corners[a] ?? 0)] ?? 0
      const vb = v[o + (corners[a | axis] ?? 0)] ?? 0
      if (va < 0 === vb < 0) continue
      const t = va / (va - vb)
      x += (a & 1) + (axis === 1 ? t : 0)
      y += ((a >> 1) & 1) + (axis === 2 ? t : 0)
      z += ((a >> 2) & 1) + (axis === 4 ? t : 0)
      count++
    }
  }
  return count === 0 ? null : [x / count, y / count, z / count]
}

function vertices(v: Float32Array, g: Lattice): { points: number[]; cells: Int32Array } {
  const [nx, ny, nz] = g.n
  const corners = [0, 1, nx, nx + 1, nx * ny, nx * ny + 1, nx * ny + nx, nx * ny + nx + 1]
  const cells = new Int32Array(v.length).fill(-1)
  const points: number[] = []
  for (let k = 0; k < nz - 1; k++) {
    for (let j = 0; j < ny - 1; j++) {
      for (let i = 0; i < nx - 1; i++) {
        const o = i + nx * (j + ny * k)
        const c = crossing(v, o, corners)
        if (!c) continue
        cells[o] = points.length / 3
        points.push(g.lo[0] + (i + c[0]) * g.h, g.lo[1] + (j + c[1]) * g.h, g.lo[2] + (k + c[2]) * g.h)
      }
    }
  }
  return { points, cells }
}

/** Two triangles round every lattice edge that the surface crosses, seen from outside counter-clockwise. */
function faces(v: Float32Array, g: Lattice, cells: Int32Array): number[] {
  const [nx, ny, nz] = g.n
  const step = [1, nx, nx * ny] as const
  const out: number[] = []
  for (let k = 1; k < nz - 1; k++) {
    for (let j = 1; j < ny - 1; j++) {
      for (let i = 1; i < nx - 1; i++) {
        const o = i + nx * (j + ny * k)
        const inside = (v[o] ?? 0) < 0
        for (let axis = 0; axis < 3; axis++) {
          if ((v[o + (step[axis] ?? 0)] ?? 0) < 0 === inside) continue
          const p = step[(axis + 1) % 3] ?? 0
          const q = step[(axis + 2) % 3] ?? 0
          const [a, b, c, d] = [cells[o - p - q], cells[o - q], cells[o], cells[o - p]].map((x) => x ?? -1)
          if (a === undefined || b === undefined || c === undefined || d === undefined) continue
          if (Math.min(a, b, c, d) < 0) continue
          out.push(...(inside ? [a, b, c, a, c, d] : [a, c, b, a, d, c]))
        }
      }
    }
  }
  return out
}

/** Moves every vertex to where `f` is 0 along its gradient, at most a third of a cell a step; returns the normals. */
export function project(f: Fn, positions: Float32Array, h: number): Float32Array {
  const normals = new Float32Array(positions.length)
  for (let v = 0; v < positions.length; v += 3) {
    let p: [number, number, number] = [positions[v] ?? 0, positions[v + 1] ?? 0, positions[v + 2] ?? 0]
    for (let i = 0; i < 4; i++) {
      const g = gradient(f, p, h * 0.5)
      const s = Math.max(-h / 3, Math.min(h / 3, f(...p) / Math.max(g.length, 0.3)))
      if (i < 3) p = [p[0] - g.n[0] * s, p[1] - g.n[1] * s, p[2] - g.n[2] * s]
      else normals.set(g.n, v)
    }
    positions.set(p, v)
  }
  return normals
}

export function surfaceOf(f: Fn, lo: Lattice['lo'], hi: Lattice['lo'], h: number): Surface {
  const g = latticeOver(lo, hi, h)
  const v = values(f, g)
  const { points, cells } = vertices(v, g)
  const positions = Float32Array.from(points)
  return { positions, normals: project(f, positions, h), indices: Uint32Array.from(faces(v, g, cells)) }
}
