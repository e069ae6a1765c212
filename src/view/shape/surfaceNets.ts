// Naive surface nets: a field's zero surface as a smooth mesh, made when a view loads.
import { BufferAttribute, BufferGeometry } from 'three'

export type Field = (x: number, y: number, z: number) => number

export interface Region {
  readonly lo: readonly [number, number, number]
  readonly hi: readonly [number, number, number]
}

interface Lattice {
  readonly n: readonly [number, number, number]
  readonly d: Float32Array
}

/** Edge of the blocks that are looked at before they are filled, lattice points. */
const BLOCK = 4
/** A block whose middle is further from the surface than this many half diagonals does not meet it. */
const CLEAR = 1.9

/** Values of the field where its surface may be, and a value of the right sign everywhere else. */
function sampleAll(f: Field, { lo, hi }: Region, step: number): Lattice {
  const n = [0, 1, 2].map((k) => Math.ceil(((hi[k] ?? 0) - (lo[k] ?? 0)) / step) + 1) as [number, number, number]
  const d = new Float32Array(n[0] * n[1] * n[2])
  const half = ((BLOCK - 1) * step) / 2
  const far = CLEAR * half * Math.sqrt(3)
  const fill = (i0: number, j0: number, k0: number): void => {
    const middle = f(lo[0] + i0 * step + half, lo[1] + j0 * step + half, lo[2] + k0 * step + half)
    const clear = Math.abs(middle) > far + step
    for (let k = k0; k < Math.min(n[2], k0 + BLOCK); k++)
      for (let j = j0; j < Math.min(n[1], j0 + BLOCK); j++)
        for (let i = i0; i < Math.min(n[0], i0 + BLOCK); i++)
          d[i + n[0] * (j + n[1] * k)] = clear ? middle : f(lo[0] + i * step, lo[1] + j * step, lo[2] + k * step)
  }
  for (let k = 0; k < n[2]; k += BLOCK)
    for (let j = 0; j < n[1]; j += BLOCK) for (let i = 0; i < n[0]; i += BLOCK) fill(i, j, k)
  return { n, d }
}

const EDGES: readonly (readonly [number, number])[] = [
  ...([
    [0, 1],
    [2, 3],
    [4, 5],
    [6, 7],
  ] as const),
  ...([
    [0, 2],
    [1, 3],
    [4, 6],
    [5, 7],
  ] as const),
  ...([
    [0, 4],
    [1, 5],
    [2, 6],
    [3, 7],
  ] as const),
]

/** Middle of the crossings of a cell's edges, in cells; undefined when the surface does not pass. */
function crossing(v: readonly number[]): [number, number, number] | undefined {
  let count = 0
  const s: [number, number, number] = [0, 0, 0]
  for (const [a, b] of EDGES) {
    const va = v[a] ?? 0
    const vb = v[b] ?? 0
    if (va < 0 === vb < 0) continue
    const t = va / (va - vb)
    for (const k of [0, 1, 2] as const) {
      const ka = (a >> k) & 1
      s[k] += ka + (((b >> k) & 1) - ka) * t
    }
    count++
  }
  return count > 0 ? [s[0] / count, s[1] / count, s[2] / count] : undefined
}

const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7] as const

interface Net {
  readonly vertex: Int32Array
  readonly points: number[]
}

function vertices({ n, d }: Lattice, { lo }: Region, step: number): Net {
  const [nx, ny, nz] = n
  const vertex = new Int32Array(d.length).fill(-1)
  const points: number[] = []
  const at = (i: number, j: number, k: number): number => i + nx * (j + ny * k)
  const corner = (o: number, c: number): number => d[o + (c & 1) + ((c >> 1) & 1) * nx + ((c >> 2) & 1) * nx * ny] ?? 0
  for (let k = 0; k < nz - 1; k++)
    for (let j = 0; j < ny - 1; j++)
      for (let i = 0; i < nx - 1; i++) {
        const o = at(i, j, k)
        const inside = corner(o, 0) < 0
        if (!CORNERS.some((c) => corner(o, c) < 0 !== inside)) continue
        const m = crossing(CORNERS.map((c) => corner(o, c)))
        if (!m) continue
        vertex[o] = points.length / 3
        points.push(lo[0] + (i + m[0]) * step, lo[1] + (j + m[1]) * step, lo[2] + (k + m[2]) * step)
      }
  return { vertex, points }
}

/** Quads around every lattice edge that crosses the surface. */
function faces({ n, d }: Lattice, { vertex }: Net): number[] {
  const [nx, ny, nz] = n
  const stride = [1, nx, nx * ny] as const
  const index: number[] = []
  const quad = (o: number, axis: 0 | 1 | 2): void => {
    const inside = (d[o] ?? 0) < 0
    if (inside === (d[o + stride[axis]] ?? 0) < 0) return
    const u = stride[((axis + 1) % 3) as 0 | 1 | 2]
    const w = stride[((axis + 2) % 3) as 0 | 1 | 2]
    const [a, b, c, e] = [o, o - u, o - u - w, o - w].map((q) => vertex[q] ?? -1) as [number, number, number, number]
    if (a < 0 || b < 0 || c < 0 || e < 0) return
    index.push(...(inside ? [a, b, c, a, c, e] : [a, c, b, a, e, c]))
  }
  for (let k = 1; k < nz - 1; k++)
    for (let j = 1; j < ny - 1; j++)
      for (let i = 1; i < nx - 1; i++) for (const axis of [0, 1, 2] as const) quad(i + nx * (j + ny * k), axis)
  return index
}

/** Normals from the field itself: smoother than from triangles. */
function normals(f: Field, points: readonly number[], step: number): Float32Array {
  const e = step * 0.5
  const out = new Float32Array(points.length)
  for (let o = 0; o < points.length; o += 3) {
    const [x, y, z] = [points[o] ?? 0, points[o + 1] ?? 0, points[o + 2] ?? 0]
    const g = [
      f(x + e, y, z) - f(x - e, y, z),
      f(x, y + e, z) - f(x, y - e, z),
      f(x, y, z + e) - f(x, y, z - e),
    ] as const
    const l = Math.hypot(...g) || 1
    out.set([g[0] / l, g[1] / l, g[2] / l], o)
  }
  return out
}

/** Mesh of `f` = 0 inside `region`; `step` between lattice points, all in the field's unit. */
export function surfaceNet(f: Field, region: Region, step: number): BufferGeometry {
  const lattice = sampleAll(f, region, step)
  const net = vertices(lattice, region, step)
  const g = new BufferGeometry()
  g.setAttribute('position', new BufferAttribute(new Float32Array(net.points), 3))
  g.setAttribute('normal', new BufferAttribute(normals(f, net.points, step), 3))
  g.setIndex(faces(lattice, net))
  return g
}
