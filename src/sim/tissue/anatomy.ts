// A patient: the archetype's grids read through the warp. Tells anything with a tip what it is in and how far things are.
import { type Pose, type Vec3, transform, untransform } from '../../../scoring/math/index.ts'
import type { Archetype, GridName } from './archetype.ts'
import { type Bump, bumpAt, bumpFrom, smooth } from './bump.ts'
import { type Grid, covers, sample } from './grid.ts'
import { type DynamicParams, type PatientParams, checkParams } from './patient.ts'
import { type Source, type Warp, createWarp } from './warp.ts'

export type { Archetype } from './archetype.ts'
export type { DynamicParams, PatientParams } from './patient.ts'

export interface TissueField {
  /** Layer index at a work-frame point: 0 = outside the body. */
  layerAt(p: Vec3): number
  /** Signed distance (m, negative inside) to a structure by index, clamped to the band; work frame. */
  distance(structure: number, p: Vec3): number
  readonly layers: readonly string[]
  readonly structures: readonly string[]
}

export interface Anatomy extends TissueField {
  readonly placement: Pose
  /** Named points in the work frame, in the present pose. */
  readonly landmarks: Readonly<Record<string, Vec3>>
  /** Archetype point (m; right-knee axes, as posed) to work frame and back: size, side and placement alone. */
  toWork(p: Vec3): Vec3
  fromWork(p: Vec3): Vec3
}

/** The knee: also moves meshes and changes while the procedure runs. */
export interface KneeAnatomy extends Anatomy {
  readonly params: PatientParams
  readonly mirrored: boolean
  setDynamic(d: DynamicParams): void
  /** Vertex `v` (unit normal `n`) of a baked mesh to the work frame: W, the function that the field is read through. */
  moveVertex(structure: number, v: Vec3, n: Vec3): Vec3
  /** Fluid that the cavity holds, ml. */
  effusionMl(): number
}

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
const BAND = 0.0127

type Bone = 'femur' | 'tibia' | 'patella'

/** Rigid motion of a bone in the y-z plane (about the hinge) with a shift in x; coefficients kept for speed. */
interface Motion {
  c: number
  s: number
  x: number
  y: number
  z: number
}

function motion(pose: Pose): Motion {
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

/** How far the patient's skin lies outside the archetype's at an archetype point, m. */
function swell(l: Layering, x: number, y: number, z: number): number {
  let k = 1
  for (const f of l.fatBumps) k -= f.weight * bumpAt(f.where, x, y, z)
  return l.fat * k + girthAt(l, z)
}

/** Distance (m) of the cavity at a point: inside negative; outside along the column and from the footprint's edge. */
function cavityDistance(s: Source): number {
  if (s.up > 0) return -Math.min(s.up, s.down)
  return s.sheet === s.sheet ? Math.min(Math.abs(s.y - s.sheet), BAND) : BAND
}

function newSource(): Source {
  return { x: 0, y: 0, z: 0, up: 0, down: 0, sheet: NaN }
}

interface Parts {
  readonly archetype: Archetype
  readonly warp: Warp
  readonly layering: Layering
  readonly bones: Readonly<Record<Bone, BoneReader>>
}

/** Reads a soft structure at the source of a posed point. Above the sheet's gap tissue hangs on the upper wall. */
function softDistance(k: Parts, name: Exclude<GridName, Bone>, s: Source): number {
  const d = sample(k.archetype.grids[name], s.x, s.y, s.z)
  if (name === 'skin') return d - s.up - swell(k.layering, s.x, s.y, s.z)
  if (name === 'muscle') return d + s.up - girthAt(k.layering, s.z)
  return name === 'tendon' ? d + s.up : d + s.down
}

/** Layer of a posed archetype point; `s` is scratch. */
function layerOf(k: Parts, p: Vec3, s: Source): number {
  k.warp.inverse(p[0], p[1], p[2], s)
  const skin = softDistance(k, 'skin', s)
  if (skin > 0) return 0
  if (skin > -k.layering.skin) return 1
  const bone = boneLayer(k.bones.femur, p) || boneLayer(k.bones.patella, p) || boneLayer(k.bones.tibia, p)
  if (bone !== 0) return bone
  if (s.up > 0) return 6
  if (softDistance(k, 'tendon', s) < 0) return 4
  if (s.sheet === s.sheet && Math.abs(s.y - s.sheet) < k.layering.capsule) return 5
  if (softDistance(k, 'muscle', s) < 0) return 3
  if (softDistance(k, 'vessel', s) < 0) return 10
  return softDistance(k, 'capsule', s) < 0 ? 5 : 2
}

/** Depth (m) below the archetype's skin at the fat site at which fat ends, straight inwards. */
function restDepth(k: Parts): number {
  const site = k.archetype.warp.fatSite
  const g = k.archetype.grids.skin
  const e = 0.001
  let p: Vec3 = [site[0] / 1000, site[1] / 1000, site[2] / 1000]
  const n: Vec3 = [
    sample(g, p[0] + e, p[1], p[2]) - sample(g, p[0] - e, p[1], p[2]),
    sample(g, p[0], p[1] + e, p[2]) - sample(g, p[0], p[1] - e, p[2]),
    sample(g, p[0], p[1], p[2] + e) - sample(g, p[0], p[1], p[2] - e),
  ]
  const step = 0.00005 / Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2])
  const s = newSource()
  for (let i = 0; i < 800; i++) {
    const layer = layerOf(k, p, s)
    if (layer > 2) return i * 0.00005
    p = [p[0] - n[0] * step, p[1] - n[1] * step, p[2] - n[2] * step]
  }
  throw new RangeError(`${k.archetype.name}: got only fat for 40 mm under the fat site, expected a layer below it`)
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

function assemble(a: Archetype, params: PatientParams): Parts {
  checkParams(params)
  const bones = { femur: boneReader(a, 'femur'), tibia: boneReader(a, 'tibia'), patella: boneReader(a, 'patella') }
  const k: Parts = { archetype: a, warp: createWarp(a.warp), layering: layering(a, params), bones }
  k.layering.fat = (params.skin_mm + params.fat_mm) * (0.001 / params.size) - restDepth(k)
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

function moved(k: Parts, name: StructureName, v: Vec3, n: Vec3): Vec3 {
  if (name === 'femur') return v
  if (name === 'tibia') return transform(k.warp.tibia(), v)
  if (name === 'patella') return transform(k.warp.patella(), v)
  return k.warp.forward(name === 'skin' ? swollen(k, v, n) : v)
}

/** Signed distance of a posed archetype point to a structure, archetype metres. */
function distanceOf(k: Parts, name: StructureName, p: Vec3, s: Source): number {
  if (name === 'femur' || name === 'tibia' || name === 'patella') {
    const r = k.bones[name]
    const q = unmove(r.motion, p)
    return sample(r.grid, q[0], q[1], q[2])
  }
  k.warp.inverse(p[0], p[1], p[2], s)
  return name === 'cavity' ? cavityDistance(s) : softDistance(k, name, s)
}

function clampBand(d: number): number {
  return d > BAND ? BAND : d < -BAND ? -BAND : d
}

/**
 * A patient made of `archetype`; `placement` puts the patient's frame (x to the patient's right, y anterior, z superior,
 * origin at the joint line of the extended knee; metres) into the work frame: a rotation, never a reflection.
 * @throws RangeError for a parameter outside what the warp was measured for
 */
export function createAnatomy(archetype: Archetype, params: PatientParams, placement: Pose): KneeAnatomy {
  const k = assemble(archetype, params)
  const mirrored = params.side === 'left'
  const sx = mirrored ? -params.size : params.size
  const inv = 1 / params.size
  const scratch = newSource()
  const toWork = (p: Vec3): Vec3 => transform(placement, [p[0] * sx, p[1] * params.size, p[2] * params.size])
  const fromWork = (p: Vec3): Vec3 => {
    const q = untransform(placement, p)
    return [q[0] / sx, q[1] * inv, q[2] * inv]
  }
  const move = (name: StructureName, v: Vec3, n: Vec3): Vec3 => toWork(moved(k, name, v, n))
  const marks: Record<string, Vec3> = {}
  const setDynamic = (d: DynamicParams): void => {
    checkParams(d)
    const cube = inv * inv * inv
    k.warp.set({
      volume: d.effusion_ml * 1e-6 * cube,
      angle: d.flexion_rad,
      patella: [d.patella[0] * inv, d.patella[1] * inv, d.patella[2] * inv],
    })
    k.bones.tibia.motion = motion(k.warp.tibia())
    k.bones.patella.motion = motion(k.warp.patella())
    for (const [name, l] of Object.entries(archetype.landmarks)) {
      marks[name] = move(l.on, [l.p[0] / 1000, l.p[1] / 1000, l.p[2] / 1000], [0, 1, 0])
    }
    ml = d.effusion_ml
  }
  let ml = params.effusion_ml
  setDynamic(params)
  return {
    placement,
    params,
    mirrored,
    layers: LAYERS,
    structures: STRUCTURES,
    landmarks: marks,
    toWork,
    fromWork,
    setDynamic,
    layerAt: (p) => layerOf(k, fromWork(p), scratch),
    distance(structure, p) {
      const name = STRUCTURES[structure]
      if (!name) throw new RangeError(`anatomy: got structure ${structure}, expected 0 to ${STRUCTURES.length - 1}`)
      return clampBand(distanceOf(k, name, fromWork(p), scratch) * params.size)
    },
    moveVertex(structure, v, n) {
      const name = STRUCTURES[structure]
      if (!name) throw new RangeError(`anatomy: got structure ${structure}, expected 0 to ${STRUCTURES.length - 1}`)
      return move(name, v, n)
    },
    effusionMl: () => ml,
  }
}
