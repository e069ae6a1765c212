// Attenuation on a lattice in the posed archetype frame: the imager reads the same distances as the needle.
import type { Vec3 } from '../../../scoring/math/index.ts'
import { type KneeAnatomy, STRUCTURES, type StructureName } from '../tissue/anatomy.ts'
import { smooth } from '../tissue/bump.ts'
import { MU, SPONGY } from './attenuation.ts'

export interface Volume {
  readonly lo: Vec3
  readonly spacing: number
  readonly n: readonly [number, number, number]
  /** 1/m */
  readonly mu: Float32Array
}

const index = (name: StructureName): number => STRUCTURES.indexOf(name)
const SKIN = index('skin')
const MUSCLE = index('muscle')
const TENDON = index('tendon')
const CAVITY = index('cavity')
const BONES = [index('femur'), index('tibia'), index('patella')] as const

/** 1 inside, 0 outside, linear over one cell: partial volume. */
function cover(d: number, h: number): number {
  const c = 0.5 - d / h
  return c < 0 ? 0 : c > 1 ? 1 : c
}

function hash(i: number, j: number, k: number): number {
  let h = Math.imul(i, 374761393) ^ Math.imul(j, 668265263) ^ Math.imul(k, 2147471302)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/** Smooth noise -1..1 with a lattice of 1 unit: the texture of spongy bone. */
function texture(x: number, y: number, z: number): number {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  const [u, v, w] = [smooth(0, 1, x - i), smooth(0, 1, y - j), smooth(0, 1, z - k)]
  const row = (b: number, c: number): number => {
    const h = hash(i, j + b, k + c)
    return h + (hash(i + 1, j + b, k + c) - h) * u
  }
  const low = row(0, 0) + (row(1, 0) - row(0, 0)) * v
  const high = row(0, 1) + (row(1, 1) - row(0, 1)) * v
  return (low + (high - low) * w) * 2 - 1
}

/** Compact shell and spongy inside of a bone at depth `inside` (m), height z (m) of the archetype. */
function boneMu(p: Vec3, inside: number, h: number): number {
  const mm = 1000
  const along = smooth(0.05, 0.14, Math.abs(p[2] - 0.01))
  const shell = 0.0014 + 0.004 * along
  const near = 1 - smooth(0.005, 0.075, Math.abs(p[2] - 0.004))
  const grain =
    0.55 * texture(p[0] * mm * 0.5, p[1] * mm * 0.5, p[2] * mm * 0.16) +
    0.45 * texture(p[0] * mm * 0.2, p[1] * mm * 0.2, p[2] * mm * 0.5)
  const plate = 1 - smooth(0, 0.004, inside - shell)
  const spongy = SPONGY.shaft + (SPONGY.joint - SPONGY.shaft) * near + 5 * plate + (2 + 9 * near) * grain
  const compact = MU.cortex * (0.9 + 0.1 * along)
  return spongy + (compact - spongy) * cover(inside - shell, h)
}

const near = new Float64Array(STRUCTURES.length)

/** Attenuation (1/m) at a work-frame point; `h` is the cell over which edges are softened. */
export function muAt(a: KneeAnatomy, p: Vec3, h: number): number {
  const skin = a.distance(SKIN, p)
  if (skin > h) return 0
  a.distances(p, near)
  const d = (i: number): number => near[i] ?? 1
  let mu: number = MU.soft
  if (skin < -0.002) {
    const lean = Math.min(d(MUSCLE), d(TENDON))
    mu = MU.fat + (MU.soft - MU.fat) * Math.max(cover(lean, 0.002), cover(d(CAVITY) - 0.0015, h))
  }
  for (const bone of BONES) {
    if (d(bone) < h) mu += (boneMu(a.fromWork(p), -d(bone), h) - mu) * cover(d(bone), h)
  }
  return mu * cover(skin, h)
}

/** Samples the anatomy over a box of the posed archetype (m). */
export function attenuationVolume(a: KneeAnatomy, lo: Vec3, hi: Vec3, spacing: number): Volume {
  const count = (i: 0 | 1 | 2): number => Math.round((hi[i] - lo[i]) / spacing) + 1
  const n: readonly [number, number, number] = [count(0), count(1), count(2)]
  const mu = new Float32Array(n[0] * n[1] * n[2])
  for (let k = 0, o = 0; k < n[2]; k++) {
    for (let j = 0; j < n[1]; j++) {
      for (let i = 0; i < n[0]; i++, o++) {
        const p: Vec3 = [lo[0] + i * spacing, lo[1] + j * spacing, lo[2] + k * spacing]
        mu[o] = muAt(a, a.toWork(p), spacing)
      }
    }
  }
  return { lo, spacing, n, mu }
}

function cell(v: Volume, o: number): number {
  return v.mu[o] ?? 0
}

/** Trilinear value at lattice coordinates inside the volume. */
function valueAt(v: Volume, x: number, y: number, z: number): number {
  const [nx, ny] = v.n
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  const [u, w] = [x - i, y - j]
  const o = i + nx * (j + ny * k)
  const p = o + nx * ny
  const a = cell(v, o) + (cell(v, o + 1) - cell(v, o)) * u
  const b = cell(v, o + nx) + (cell(v, o + nx + 1) - cell(v, o + nx)) * u
  const c = cell(v, p) + (cell(v, p + 1) - cell(v, p)) * u
  const d = cell(v, p + nx) + (cell(v, p + nx + 1) - cell(v, p + nx)) * u
  const low = a + (b - a) * w
  return low + (c + (d - c) * w - low) * (z - k)
}

/** Line integral of attenuation from `from` along the unit vector `d` (archetype frame; dimensionless). */
export function lineIntegral(v: Volume, from: Vec3, d: Vec3): number {
  let t0 = 0
  let t1 = 1e9
  for (const i of [0, 1, 2] as const) {
    const s = Math.abs(d[i]) < 1e-9 ? 1e-9 : d[i]
    const a = (v.lo[i] - from[i]) / s
    const b = (v.lo[i] + (v.n[i] - 1.001) * v.spacing - from[i]) / s
    t0 = Math.max(t0, Math.min(a, b))
    t1 = Math.min(t1, Math.max(a, b))
  }
  if (t1 <= t0) return 0
  const steps = Math.ceil((t1 - t0) / v.spacing)
  const step = (t1 - t0) / steps
  const at = (i: 0 | 1 | 2, t: number): number => (from[i] + d[i] * t - v.lo[i]) / v.spacing
  let sum = 0
  for (let i = 0; i < steps; i++) {
    const t = t0 + (i + 0.5) * step
    sum += valueAt(v, at(0, t), at(1, t), at(2, t))
  }
  return sum * step
}
