// A blanket over the patient with an opening, hanging over the edges of the couch.
import { BufferAttribute, BufferGeometry, CanvasTexture, MeshStandardMaterial, RepeatWrapping, DoubleSide } from 'three'
import { noise } from '../shape/noise.ts'
import type { Heights } from './heights.ts'

/** Rectangle of the work frame in x and z, m. */
export interface Rect {
  readonly x0: number
  readonly x1: number
  readonly z0: number
  readonly z1: number
}

export interface CoverPlan {
  /** The blanket as it would lie flat; beyond `couch` it hangs. */
  readonly sheet: Rect
  readonly couch: Rect
  /** What it leaves bare. */
  readonly opening: Rect
  /** Distance between its vertices, thickness above what lies under it, height of the couch; m. */
  readonly step: number
  readonly thick: number
  readonly floor: number
  readonly color: readonly [number, number, number]
}

const clamp = (v: number, lo: number, hi: number): number => Math.min(hi, Math.max(lo, v))

/** Place of the flat blanket's point (x, z) in the room. */
function lay(plan: CoverPlan, heights: Heights, x: number, z: number): readonly [number, number, number] {
  const { couch, thick, floor } = plan
  const u = clamp(x, couch.x0, couch.x1)
  const w = clamp(z, couch.z0, couch.z1)
  const [dx, dz] = [x - u, z - w]
  const hang = Math.hypot(dx, dz)
  const y = heights.at(u, w)
  const fold = (noise(u * 9, w * 6, 3) - 0.5) * 0.009 + (noise(u * 23, w * 17, 8) - 0.5) * 0.0045
  const loose = clamp((y - floor) / 0.1, 0.25, 1)
  if (hang === 0) return [u, y + thick + fold * loose, w]
  const wave = 0.012 + 0.016 * Math.min(1, hang * 8) * (1 + Math.sin(u * 31 + noise(u * 4, 0, 1) * 9))
  const out = (d: number): number => (d === 0 ? 0 : (d / hang) * wave)
  const drop = hang < 0.03 ? (hang * hang) / 0.06 : hang - 0.015
  return [u + out(dx), Math.max(y, floor) + thick + fold * loose - drop, w + out(dz)]
}

interface Grid {
  readonly xs: readonly number[]
  readonly zs: readonly number[]
}

/** Even steps from a to b that meet every value of `stops` exactly. */
function steps(a: number, b: number, step: number, stops: readonly number[]): number[] {
  const marks = [a, ...stops.filter((s) => s > a && s < b), b].sort((p, q) => p - q)
  const out: number[] = [a]
  marks.slice(1).forEach((to, i) => {
    const from = marks[i] ?? a
    const n = Math.max(1, Math.round((to - from) / step))
    for (let k = 1; k <= n; k++) out.push(from + ((to - from) * k) / n)
  })
  return out
}

function inside(r: Rect, x: number, z: number): boolean {
  return x > r.x0 && x < r.x1 && z > r.z0 && z < r.z1
}

/** A border of the opening is not cut with a ruler. */
function wobble(plan: CoverPlan, x: number, z: number): readonly [number, number] {
  const { opening: o } = plan
  const near = (d: number): number => Math.exp(-((d / 0.05) ** 2))
  const bx = near(x - o.x0) - near(x - o.x1)
  return [x + bx * (noise(z * 9, 1, 4) - 0.5) * 0.03, z + near(z - o.z0) * (noise(x * 8, 2, 6) - 0.5) * 0.028]
}

function faces(grid: Grid, plan: CoverPlan): number[] {
  const { xs, zs } = grid
  const index: number[] = []
  for (let k = 0; k + 1 < zs.length; k++) {
    for (let i = 0; i + 1 < xs.length; i++) {
      const mx = ((xs[i] ?? 0) + (xs[i + 1] ?? 0)) / 2
      const mz = ((zs[k] ?? 0) + (zs[k + 1] ?? 0)) / 2
      if (inside(plan.opening, mx, mz)) continue
      const a = i + k * xs.length
      const c = a + xs.length
      index.push(a, c, a + 1, a + 1, c, c + 1)
    }
  }
  return index
}

/** Hem along the opening: the blanket folded back on itself, a soft roll. */
function hem(plan: CoverPlan, heights: Heights): readonly (readonly [number, number, number])[] {
  const { opening: o } = plan
  const end = Math.min(o.z1, plan.sheet.z1)
  const path: [number, number][] = []
  const n = 26
  for (let i = 0; i <= n; i++) path.push([o.x0, end + ((o.z0 - end) * i) / n])
  for (let i = 1; i <= n; i++) path.push([o.x0 + ((o.x1 - o.x0) * i) / n, o.z0])
  for (let i = 1; i <= n; i++) path.push([o.x1, o.z0 + ((end - o.z0) * i) / n])
  return path.map(([x, z]) => lay(plan, heights, ...wobble(plan, x, z)))
}

interface Mesh {
  readonly position: number[]
  readonly uv: number[]
  readonly shade: number[]
  readonly index: number[]
}

function roll(mesh: Mesh, path: readonly (readonly [number, number, number])[], r: number): void {
  const around = 8
  const start = mesh.position.length / 3
  path.forEach((p, i) => {
    const a = path[Math.max(0, i - 1)] ?? p
    const b = path[Math.min(path.length - 1, i + 1)] ?? p
    const l = Math.hypot(b[0] - a[0], b[2] - a[2]) || 1
    const side = [(b[2] - a[2]) / l, -(b[0] - a[0]) / l] as const
    const fat = r * (0.85 + 0.4 * noise(p[0] * 20, p[2] * 20, 2))
    for (let k = 0; k < around; k++) {
      const t = (k / around) * Math.PI * 2
      const [c, s] = [Math.cos(t) * fat * 1.25, Math.sin(t) * fat]
      mesh.position.push(p[0] + side[0] * c, p[1] + s + fat * 0.2, p[2] + side[1] * c)
      mesh.uv.push(i * 0.12, k * 0.1)
      mesh.shade.push(0.82 + 0.18 * Math.sin(t))
    }
  })
  for (let i = 0; i + 1 < path.length; i++) {
    for (let k = 0; k < around; k++) {
      const a = start + i * around + k
      const b = start + i * around + ((k + 1) % around)
      mesh.index.push(a, b, a + around, b, b + around, a + around)
    }
  }
}

/** Open sky over a place of the cover: less where the cloth is hollow. */
function openness(heights: Heights, x: number, z: number): number {
  const y = heights.at(x, z)
  let higher = 0
  for (const [a, b] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    for (const d of [0.03, 0.07]) higher += clamp((heights.at(x + a * d, z + b * d) - y) / d, 0, 1.6)
  }
  return clamp(1.04 - higher * 0.085, 0.5, 1)
}

/** Geometry of the blanket; `heights` already spread and smoothed. */
export function coverGeometry(plan: CoverPlan, heights: Heights): BufferGeometry {
  const { sheet, couch, opening, step } = plan
  const grid: Grid = {
    xs: steps(sheet.x0, sheet.x1, step, [opening.x0, opening.x1, couch.x0, couch.x1]),
    zs: steps(sheet.z0, sheet.z1, step, [opening.z0, opening.z1, couch.z0, couch.z1]),
  }
  const mesh: Mesh = { position: [], uv: [], shade: [], index: faces(grid, plan) }
  for (const z of grid.zs) {
    for (const x of grid.xs) {
      const [u, w] = wobble(plan, x, z)
      mesh.position.push(...lay(plan, heights, u, w))
      mesh.uv.push(x * 10, z * 10)
      mesh.shade.push(openness(heights, u, w))
    }
  }
  roll(mesh, hem(plan, heights), 0.0085)
  const g = new BufferGeometry()
  g.setAttribute('position', new BufferAttribute(new Float32Array(mesh.position), 3))
  g.setAttribute('uv', new BufferAttribute(new Float32Array(mesh.uv), 2))
  const colour = mesh.shade.flatMap((s) => plan.color.map((c) => c * s))
  g.setAttribute('color', new BufferAttribute(new Float32Array(colour), 3))
  g.setIndex(mesh.index)
  g.computeVertexNormals()
  return g
}

/** Woven cotton; the weave is a bump of 128 pixels, left out when `plain`. */
export function clothMaterial(plain = false): MeshStandardMaterial {
  if (plain) return new MeshStandardMaterial({ vertexColors: true, roughness: 0.95, side: DoubleSide })
  const size = 128
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const c = canvas.getContext('2d')
  if (c) {
    c.fillStyle = '#777'
    c.fillRect(0, 0, size, size)
    for (let y = 0; y < size; y += 8) {
      for (let x = 0; x < size; x += 8) {
        const up = (x / 8 + y / 8) % 2 === 0
        c.fillStyle = up ? '#a6a6a6' : '#5a5a5a'
        c.fillRect(x + (up ? 0 : 1), y + (up ? 1 : 0), 7, 7)
      }
    }
  }
  const bump = new CanvasTexture(canvas)
  bump.wrapS = RepeatWrapping
  bump.wrapT = RepeatWrapping
  bump.repeat.set(0.9, 0.9)
  bump.anisotropy = 4
  return new MeshStandardMaterial({
    vertexColors: true,
    roughness: 0.95,
    bumpMap: bump,
    bumpScale: 1.6,
    side: DoubleSide,
  })
}
