// The archetype's grids as one patient reads them: which layer a posed point is in, how far a structure is.
import { type Pose, type Vec3, mad, normalize, transform } from '../../../scoring/math/index.ts'
import type { Archetype, GridName } from './archetype.ts'
import { type Bump, bumpAt, bumpFrom, smooth } from './bump.ts'
import { type Grid, covers, sample } from './grid.ts'
import { type PatientParams, checkParams } from './patient.ts'
import { PRESSED, SYNOVIUM_SHARE, besideTendons, insidePad, isExpansion } from './regions.ts'
import { type Source, type Warp, createWarp } from './warp.ts'

export const LAYERS = [
  'air',
  'skin',
  'fat',
  'muscle',
  'tendon',
  'capsule',
  'effusion',
  'cartilage',
  'bone',
  'marrow',
  'vessel',
  'retinaculum',
  'synovium',
  'fat_pad',
] as const
export const STRUCTURES = [
  'skin',
  'femur',
  'tibia',
  'patella',
  'cavity',
  'tendon',
  'muscle',
  'vessel',
  'capsule',
] as const
export type StructureName = (typeof STRUCTURES)[number]
export const BAND = 0.0127

type Bone = 'femur' | 'tibia' | 'patella'

/** Rigid motion of a bone in the y-z plane (about the hinge) with a shift in x; coefficients kept for speed. */
interface Motion {
  c: number
  s: number
  x: number
  y: number
  z: number
}

export function motion(pose: Pose): Motion {
  const [qx, , , qw] = pose.q
  return { c: qw * qw - qx * qx, s: -2 * qx * qw, x: pose.p[0], y: pose.p[1], z: pose.p[2] }
}

interface BoneReader {
  readonly grid: Grid
  motion: Motion
  readonly cartilage: { readonly lo: Vec3; readonly hi: Vec3; readonly thickness: number }
  readonly cortex: { readonly thin: number; readonly thick: number; readonly z: readonly [number, number] }
}

function boneReader(a: Archetype, bone: Bone): BoneReader {
  const m = (v: Vec3): Vec3 => [v[0] / 1000, v[1] / 1000, v[2] / 1000]
  const { lo, hi, thickness } = a.warp.cartilage[bone]
  const { thin, thick, z } = a.warp.cortex[bone]
  return {
    grid: a.grids[bone],
    motion: { c: 1, s: 0, x: 0, y: 0, z: 0 },
    cartilage: { lo: m(lo), hi: m(hi), thickness: thickness / 1000 },
    cortex: { thin: thin / 1000, thick: thick / 1000, z: [z[0] / 1000, z[1] / 1000] },
  }
}

/** Posed point to the bone's own frame. */
function unmove(m: Motion, p: Vec3): Vec3 {
  const y = p[1] - m.y
  const z = p[2] - m.z
  return [p[0] - m.x, y * m.c - z * m.s, y * m.s + z * m.c]
}

function boneDistance(r: BoneReader, p: Vec3): number {
  const q = unmove(r.motion, p)
  return sample(r.grid, q[0], q[1], q[2])
}

/** Layer of a posed point inside a bone or its cartilage, 0 when in neither. */
function boneLayer(r: BoneReader, p: Vec3): number {
  const q = unmove(r.motion, p)
  const d = sample(r.grid, q[0], q[1], q[2])
  if (d > r.cartilage.thickness) return 0
  if (d <= 0) {
    const { thin, thick, z } = r.cortex
    return d > -(thin + (thick - thin) * smooth(z[0], z[1], q[2])) ? 8 : 9
  }
  const { lo, hi } = r.cartilage
  return q.every((v, i) => v >= (lo[i] ?? 0) && v <= (hi[i] ?? 0)) ? 7 : 0
}

/** How much the patient's layers differ from the archetype's, archetype metres. */
interface Layering {
  skin: number
  capsule: number
  fat: number
  girth: number
  readonly fatBumps: readonly { readonly where: Bump; readonly weight: number }[]
  readonly girthZ: readonly [number, number, number, number]
}

function girthAt(l: Layering, z: number): number {
  const [a, b, c, d] = l.girthZ
  return l.girth * (smooth(b, a, z) + smooth(c, d, z))
}

/** Share of the patient's extra fat that lies at an archetype point. */
function fatShare(l: Layering, x: number, y: number, z: number): number {
  let k = 1
  for (const f of l.fatBumps) k -= f.weight * bumpAt(f.where, x, y, z)
  return k
}

/** How far the patient's skin lies outside the archetype's at an archetype point, m. */
function swell(l: Layering, x: number, y: number, z: number): number {
  return l.fat * fatShare(l, x, y, z) + girthAt(l, z)
}

/** Distance (m) of the cavity at a point: inside negative; outside along the column and from the footprint's edge. */
function cavityDistance(s: Source): number {
  if (s.up > 0) return -Math.min(s.up, s.down)
  return s.sheet === s.sheet ? Math.min(Math.abs(s.y - s.sheet), BAND) : BAND
}

export function newSource(): Source {
  return { x: 0, y: 0, z: 0, up: 0, down: 0, sheet: NaN }
}

export interface Parts {
  readonly archetype: Archetype
  readonly warp: Warp
  readonly layering: Layering
  readonly bones: Readonly<Record<Bone, BoneReader>>
}

/** The value at which a grid saturates, m: 127 counts, less half of one for interpolation. */
function far(g: Grid): number {
  return 126.5 * g.unit
}

/** Reads a soft structure at the source of a posed point. Above the sheet's gap tissue hangs on the upper wall. */
function softDistance(k: Parts, name: Exclude<GridName, Bone>, s: Source): number {
  const d = sample(k.archetype.grids[name], s.x, s.y, s.z)
  // beyond its band the grid only says "far": fat must not bring that nearer
  if (name === 'skin') return d >= far(k.archetype.grids.skin) ? BAND : d - s.up - swell(k.layering, s.x, s.y, s.z)
  if (name === 'muscle') return d + s.up - girthAt(k.layering, s.z)
  return name === 'tendon' ? d + s.up : d + s.down
}

/**
 * What encloses the cavity: its lining, then the capsule; below the patella the fat pad between them. 0 elsewhere.
 * `under` = depth below the skin: the capsule in front of the pad lies under the skin, however thin the patient is.
 */
function liningLayer(k: Parts, s: Source, under: number): number {
  const { capsule } = k.layering
  const off = s.sheet === s.sheet ? Math.abs(s.y - s.sheet) : BAND
  if (off < capsule * SYNOVIUM_SHARE) return 12
  const deep = insidePad(s)
  if (deep >= 0) return Math.min(deep, under) < capsule && besideTendons(s) ? 5 : 13
  return off < capsule ? 5 : 0
}

/** The sheet lies in the skin here or nearly: it is felt right under it. */
function isPressed(k: Parts, s: Source, d: number, under: number): boolean {
  if (under > PRESSED.thick || d > PRESSED.within || s.z > PRESSED.z) return false
  if (!(s.y > s.sheet) || !besideTendons(s)) return false
  const deeper = sample(k.archetype.grids.tendon, s.x, s.y - PRESSED.probe, s.z)
  return deeper + s.up > d
}

/** A tendon or the sheet beside it, 0 for neither. */
function tendonLayer(k: Parts, s: Source, under: number): number {
  const d = softDistance(k, 'tendon', s)
  if (d < 0) return isExpansion(s) || besideTendons(s) ? 11 : 4
  return isPressed(k, s, d, under) ? 11 : 0
}

/** Layer of a posed archetype point; `s` is scratch. */
export function layerOf(k: Parts, p: Vec3, s: Source): number {
  k.warp.inverse(p[0], p[1], p[2], s)
  const skin = softDistance(k, 'skin', s)
  if (skin > 0) return 0
  const under = -skin - k.layering.skin
  if (under < 0) return 1
  const bone = boneLayer(k.bones.femur, p) || boneLayer(k.bones.patella, p) || boneLayer(k.bones.tibia, p)
  if (bone !== 0) return bone
  if (s.up > 0) return 6
  const firm = liningLayer(k, s, under) || tendonLayer(k, s, under)
  if (firm !== 0) return firm
  if (softDistance(k, 'muscle', s) < 0) return 3
  if (softDistance(k, 'vessel', s) < 0) return 10
  return softDistance(k, 'capsule', s) < 0 ? 5 : 2
}

/** Outward unit normal of the archetype's skin at a point (m). */
export function skinNormal(a: Archetype, p: Vec3): Vec3 {
  const g = a.grids.skin
  const e = 0.001
  const d = (x: number, y: number, z: number): number => sample(g, p[0] + x, p[1] + y, p[2] + z)
  return normalize([d(e, 0, 0) - d(-e, 0, 0), d(0, e, 0) - d(0, -e, 0), d(0, 0, e) - d(0, 0, -e)])
}

/**
 * Fat to add so that skin and fat together are `thickness` (archetype m) deep under the fat site, measured along the
 * archetype's normal there: the level of the skin's field at the wanted surface point.
 */
function fatFor(k: Parts, thickness: number): number {
  const site = k.archetype.warp.fatSite
  const step = 0.00005
  const start: Vec3 = [site[0] / 1000, site[1] / 1000, site[2] / 1000]
  const n = skinNormal(k.archetype, start)
  const s = newSource()
  let i = 0
  while (i < 800 && layerOf(k, mad(start, n, -i * step), s) <= 2) i++
  if (i === 800)
    throw new RangeError(`${k.archetype.name}: got only fat for 40 mm under the fat site, expected a floor`)
  const surface = mad(start, n, thickness - i * step)
  const level = sample(k.archetype.grids.skin, surface[0], surface[1], surface[2])
  return (level - girthAt(k.layering, surface[2])) / fatShare(k.layering, surface[0], surface[1], surface[2])
}

function layering(a: Archetype, params: PatientParams): Layering {
  const mm = 0.001 / params.size
  const [g0, g1, g2, g3] = a.warp.girth
  return {
    skin: params.skin_mm * mm,
    capsule: params.capsule_mm * mm,
    fat: 0,
    girth: params.girth_mm * mm,
    fatBumps: a.warp.fat.map((f) => ({ where: bumpFrom(f.where), weight: f.weight })),
    girthZ: [g0 / 1000, g1 / 1000, g2 / 1000, g3 / 1000],
  }
}

export function assemble(a: Archetype, params: PatientParams): Parts {
  checkParams(params)
  const bones = { femur: boneReader(a, 'femur'), tibia: boneReader(a, 'tibia'), patella: boneReader(a, 'patella') }
  const k: Parts = { archetype: a, warp: createWarp(a.warp), layering: layering(a, params), bones }
  k.layering.fat = fatFor(k, (params.skin_mm + params.fat_mm) * (0.001 / params.size))
  return k
}

/** Skin vertex to the level of the patient's skin: along its normal, then twice corrected on the grid. */
function swollen(k: Parts, v: Vec3, n: Vec3): Vec3 {
  const g = k.archetype.grids.skin
  let t = swell(k.layering, v[0], v[1], v[2])
  for (let i = 0; i < 3; i++) {
    const p: Vec3 = [v[0] + n[0] * t, v[1] + n[1] * t, v[2] + n[2] * t]
    if (!covers(g, p[0], p[1], p[2])) break
    t -= sample(g, p[0], p[1], p[2]) - swell(k.layering, p[0], p[1], p[2])
  }
  return [v[0] + n[0] * t, v[1] + n[1] * t, v[2] + n[2] * t]
}

export function moved(k: Parts, name: StructureName, v: Vec3, n: Vec3): Vec3 {
  if (name === 'femur') return v
  if (name === 'tibia') return transform(k.warp.tibia(), v)
  if (name === 'patella') return transform(k.warp.patella(), v)
  return k.warp.forward(name === 'skin' ? swollen(k, v, n) : v)
}

/** Distances of a posed archetype point to all structures in their order, archetype metres; one inverse for all. */
export function distancesOf(k: Parts, p: Vec3, s: Source, out: Float64Array): void {
  k.warp.inverse(p[0], p[1], p[2], s)
  STRUCTURES.forEach((name, i) => {
    if (name === 'cavity') out[i] = cavityDistance(s)
    else if (name === 'femur' || name === 'tibia' || name === 'patella') out[i] = boneDistance(k.bones[name], p)
    else out[i] = softDistance(k, name, s)
  })
}

/** Signed distance of a posed archetype point to a structure, archetype metres. */
export function distanceOf(k: Parts, name: StructureName, p: Vec3, s: Source): number {
  if (name === 'femur' || name === 'tibia' || name === 'patella') {
    return boneDistance(k.bones[name], p)
  }
  k.warp.inverse(p[0], p[1], p[2], s)
  return name === 'cavity' ? cavityDistance(s) : softDistance(k, name, s)
}
