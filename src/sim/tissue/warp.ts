// One patient's pose of an archetype: W = flexion after push after opening, in archetype metres, and its inverse.
// Skin, mesh and imager all go through these two functions.
import type { Pose, Vec3 } from '../../../scoring/math/index.ts'
import type { SheetSpec, WarpSpec } from './archetype.ts'
import { type Bump, bumpAt, bumpFrom, plateau, plateauArea, smooth } from './bump.ts'
import { direction, hingeTable, lookUp, share, smallCos, smallSin } from './hinge.ts'

/** What changes while a procedure runs; archetype metres and radians. */
export interface WarpPose {
  /** Fluid in the cavity, m3 of the archetype. */
  readonly volume: number
  /** Flexion, 0 to 0.53 rad (30 degrees). */
  readonly angle: number
  /** Patella pushed laterally (+x), pressed (-y) and upwards (+z). */
  readonly patella: Vec3
  /** Share of the pouch's fluid that a hand drives behind the patella, 0..1. */
  readonly squeeze?: number
  /** Where the upper wall hangs on a needle: x, z of the archetype, and how much higher, m. */
  readonly recess?: readonly [x: number, z: number, lift: number] | undefined
}

/** Where a posed point comes from. */
export interface Source {
  x: number
  y: number
  z: number
  /** Distances to the upper and lower wall when the point lies in the fluid, else both 0. */
  up: number
  down: number
  /** Height of the sheet under or over the point; NaN away from the cavity. */
  sheet: number
}

export interface Warp {
  set(pose: WarpPose): void
  /** Soft tissue: archetype to posed. */
  forward(p: Vec3): Vec3
  /** Soft tissue: posed to archetype (exact but for the push, which is iterated to below 0.02 mm). */
  inverse(x: number, y: number, z: number, out: Source): void
  /** Height of the fluid over (x, z) of the archetype, m; `level` = as it would be without a recess. */
  opening(x: number, z: number): number
  level(x: number, z: number): number
  /** True where an effusion could part the tissues. */
  reaches(x: number, z: number): boolean
  /** Rigid motion of the bone, archetype to posed. */
  patella(): Pose
  tibia(): Pose
  /** How far the pouch and the patella are lifted, and how much more the recess, m. */
  lifts(): Lifts
}

interface Sheet {
  readonly spec: SheetSpec
  readonly heights: Float64Array
}

/** Height (m) of the sheet over (x, z), bilinear, clamped at the borders. */
function sheetHeight(s: Sheet, x: number, z: number): number {
  const { spec } = s
  const u = Math.min(Math.max((x * 1000 - spec.x0) / spec.spacing, 0), spec.nx - 1.000001)
  const w = Math.min(Math.max((z * 1000 - spec.z0) / spec.spacing, 0), spec.nz - 1.000001)
  const i = Math.floor(u)
  const k = Math.floor(w)
  const o = i + k * spec.nx
  const h = s.heights
  const a = (h[o] ?? 0) + ((h[o + 1] ?? 0) - (h[o] ?? 0)) * (u - i)
  const p = o + spec.nx
  const b = (h[p] ?? 0) + ((h[p + 1] ?? 0) - (h[p] ?? 0)) * (u - i)
  return a + (b - a) * (w - k)
}

/** Iterations of the push's inverse: its slope stays below 0.5, so 14 leave less than 0.01 mm of 10 mm. */
const ITERATIONS = 14

/** Half width of a recess where it is highest and at its foot, m (design values). */
const RECESS = { flat: 0.006, foot: 0.014 } as const
/** What a recess holds for each metre of its lift, m2: the integral of its bump, as of a plateau. */
const RECESS_AREA = (RECESS.flat + RECESS.foot) * (RECESS.flat + RECESS.foot)

/** Lift of the recess: no more than there is fluid to fill it. */
function hanging(pose: WarpPose): number {
  const lift = pose.recess?.[2] ?? 0
  return lift * RECESS_AREA > pose.volume ? pose.volume / RECESS_AREA : lift
}

/**
 * Lifts of pouch, patella and recess (m) that make room for `volume`: the pouch fills first, then the patella floats; a
 * pressed patella drives its fluid into the pouch, a pressed pouch behind the patella. A recess takes its fluid from both.
 */
function lift(spec: WarpSpec, areas: readonly [number, number], pose: WarpPose): Lifts {
  const [pouch, behind] = areas
  const from = spec.underFrom / 1000
  const share = spec.underShare
  const recess = hanging(pose)
  const volume = pose.volume - recess * RECESS_AREA
  const full = (volume + share * from * behind) / (pouch + share * behind)
  const free = share * Math.max(0, full - from)
  const under = Math.max(0, free + Math.min(0, pose.patella[1]))
  const above = (volume - under * behind) / pouch
  const driven = above * (pose.squeeze ?? 0)
  return [above - driven, under + (driven * pouch) / behind, recess]
}

/** Pouch, patella, recess: m. */
type Lifts = readonly [pouch: number, under: number, recess: number]

/** Rotation of `angle` about the hinge, as a pose. */
function hingePose(spec: WarpSpec, angle: number, shift: Vec3): Pose {
  const [hy, hz] = [spec.hinge.y / 1000, spec.hinge.z / 1000]
  const [c, s] = [smallCos(angle), smallSin(angle)]
  const y = shift[1] - hy
  const z = shift[2] - hz
  return {
    p: [shift[0], hy + y * c + z * s, hz - y * s + z * c],
    q: [-smallSin(angle / 2), 0, 0, smallCos(angle / 2)],
  }
}

/** Everything that the two directions of the map read. */
interface State {
  readonly spec: WarpSpec
  readonly hy: number
  readonly hz: number
  readonly sheet: Sheet
  readonly pouch: Bump
  readonly under: Bump
  readonly push: Bump
  /** Areas of pouch and space behind the patella, m2, in extension and as flexion stretches them. */
  readonly rest: readonly [number, number]
  areas: readonly [number, number]
  pose: WarpPose
  lifts: Lifts
  table: Float64Array
}

function fresh(spec: WarpSpec): State {
  const pouch = bumpFrom(spec.pouch)
  const under = bumpFrom(spec.under)
  const rest: readonly [number, number] = [plateauArea(pouch), plateauArea(under)]
  return {
    spec,
    hy: spec.hinge.y / 1000,
    hz: spec.hinge.z / 1000,
    sheet: { spec: spec.sheet, heights: Float64Array.from(spec.sheet.heights, (v) => v / 1000) },
    pouch,
    under,
    push: bumpFrom(spec.push),
    rest,
    areas: rest,
    pose: { volume: 0, angle: 0, patella: [0, 0, 0] },
    lifts: [0, 0, 0],
    table: hingeTable(spec.hinge, 0),
  }
}

function level(w: State, x: number, z: number): number {
  return w.lifts[0] * plateau(w.pouch, x, z) + w.lifts[1] * plateau(w.under, x, z)
}

function opening(w: State, x: number, z: number): number {
  const at = w.pose.recess
  if (!at || w.lifts[2] === 0) return level(w, x, z)
  const [dx, dz] = [Math.abs(x - at[0]), Math.abs(z - at[1])]
  if (dx >= RECESS.foot || dz >= RECESS.foot) return level(w, x, z)
  const near = smooth(RECESS.foot, RECESS.flat, dx) * smooth(RECESS.foot, RECESS.flat, dz)
  return level(w, x, z) + w.lifts[2] * near
}

function reaches(w: State, x: number, z: number): boolean {
  return plateau(w.pouch, x, z) > 0 || plateau(w.under, x, z) > 0
}

function pushed(w: State): boolean {
  return w.pose.patella[0] !== 0 || w.pose.patella[2] !== 0
}

function forward(w: State, p: Vec3): Vec3 {
  let [x, y, z] = p
  const a = opening(w, x, z)
  if (a > 0 && y >= sheetHeight(w.sheet, x, z)) y += a
  const b = pushed(w) ? bumpAt(w.push, x, y, z) : 0
  x += w.pose.patella[0] * b
  z += w.pose.patella[2] * b
  const [u, v] = [y - w.hy, z - w.hz]
  const angle = w.pose.angle * share(w.spec.hinge, direction(u, v))
  const [c, s] = [smallCos(angle), smallSin(angle)]
  return [x, w.hy + u * c + v * s, w.hz - u * s + v * c]
}

function unflex(w: State, out: Source): void {
  const y = out.y - w.hy
  const z = out.z - w.hz
  const angle = lookUp(w.table, direction(y, z))
  const c = smallCos(angle)
  const s = smallSin(angle)
  out.y = w.hy + y * c - z * s
  out.z = w.hz + y * s + z * c
}

function unpush(w: State, out: Source): void {
  const [x, y, z] = [out.x, out.y, out.z]
  for (let i = 0; i < ITERATIONS; i++) {
    const b = bumpAt(w.push, out.x, y, out.z)
    out.x = x - w.pose.patella[0] * b
    out.z = z - w.pose.patella[2] * b
  }
}

function unopen(w: State, out: Source): void {
  if (!reaches(w, out.x, out.z)) return
  const m = sheetHeight(w.sheet, out.x, out.z)
  out.sheet = m
  const a = opening(w, out.x, out.z)
  if (a <= 0 || out.y <= m) return
  if (out.y >= m + a) {
    out.y -= a
    return
  }
  out.down = out.y - m
  out.up = m + a - out.y
  out.y = m
}

function inverse(w: State, out: Source): void {
  out.up = 0
  out.down = 0
  out.sheet = NaN
  if (w.pose.angle > 0) unflex(w, out)
  if (pushed(w)) unpush(w, out)
  unopen(w, out)
}

const LATTICE = 0.004
/** Height over the sheet at which the stretch is taken, m: the middle of a usual effusion. */
const MIDDLE = 0.004

/** How much flexion stretches the space at a point: 1 - d(turning angle) / d(direction angle). */
function stretch(w: State, angle: number, y: number, z: number): number {
  const [u, v] = [y - w.hy, z - w.hz]
  const t = direction(u, v)
  const e = 0.002
  const rise = (share(w.spec.hinge, t + e) - share(w.spec.hinge, t - e)) / (2 * e)
  const s = Math.abs(u) + Math.abs(v)
  return 1 - (angle * rise * (u * u + v * v)) / (s * s)
}

/** Areas that lifts act on at a flexion, so that millilitres stay millilitres. */
function flexedAreas(w: State, angle: number): readonly [number, number] {
  if (angle === 0) return w.rest
  const sums = [0, 0, 0, 0]
  for (let z = -0.04; z < 0.13; z += LATTICE) {
    for (let x = -0.07; x < 0.07; x += LATTICE) {
      const [a, b] = [plateau(w.pouch, x, z), plateau(w.under, x, z)]
      if (a + b === 0) continue
      const j = stretch(w, angle, sheetHeight(w.sheet, x, z) + MIDDLE, z)
      ;[a, a * j, b, b * j].forEach((v, i) => (sums[i] = (sums[i] ?? 0) + v))
    }
  }
  const [a, aj, b, bj] = [sums[0] ?? 1, sums[1] ?? 1, sums[2] ?? 1, sums[3] ?? 1]
  return [(w.rest[0] * aj) / a, (w.rest[1] * bj) / b]
}

export function createWarp(spec: WarpSpec): Warp {
  const w = fresh(spec)
  return {
    set(next) {
      if (next.angle !== w.pose.angle) {
        w.table = hingeTable(spec.hinge, next.angle)
        w.areas = flexedAreas(w, next.angle)
      }
      w.pose = next
      w.lifts = lift(spec, w.areas, next)
    },
    forward: (p) => forward(w, p),
    inverse(x, y, z, out) {
      out.x = x
      out.y = y
      out.z = z
      inverse(w, out)
    },
    opening: (x, z) => opening(w, x, z),
    level: (x, z) => level(w, x, z),
    reaches: (x, z) => reaches(w, x, z),
    patella: () =>
      hingePose(spec, w.pose.angle * spec.hinge.patella, [w.pose.patella[0], w.lifts[1], w.pose.patella[2]]),
    tibia: () => hingePose(spec, w.pose.angle, [0, 0, 0]),
    lifts: () => w.lifts,
  }
}
