// A patient: the archetype's grids read through the warp. Tells anything with a tip what it is in and how far things are.
import { type Pose, type Vec3, transform, untransform } from '../../../scoring/math/index.ts'
import type { Archetype } from './archetype.ts'
import { type DynamicParams, type PatientParams, checkParams } from './patient.ts'
import {
  BAND,
  LAYERS,
  type Parts,
  STRUCTURES,
  type StructureName,
  assemble,
  distanceOf,
  distancesOf,
  layerOf,
  motion,
  moved,
  newSource,
  skinNormal,
} from './read.ts'
import type { Source, WarpPose } from './warp.ts'

export type { Archetype } from './archetype.ts'
export type { DynamicParams, PatientParams } from './patient.ts'
export { LAYERS, STRUCTURES, type StructureName } from './read.ts'

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
  /** Signed distances (m) to all structures in their order, at once: for the imager. */
  distances(p: Vec3, out: Float64Array): void
  /** Fluid that the cavity holds, ml. */
  effusionMl(): number
  /** Height of the fluid in the column of a work-frame point, m, as it would be without a recess. */
  levelAt(p: Vec3): number
}

/** Similarity between the posed archetype and the work frame: side, size, placement. */
interface Frame {
  readonly size: number
  toWork(p: Vec3): Vec3
  fromWork(p: Vec3): Vec3
}

function frame(params: PatientParams, placement: Pose): Frame {
  const s = params.size
  const sx = params.side === 'left' ? -s : s
  return {
    size: s,
    toWork: (p) => transform(placement, [p[0] * sx, p[1] * s, p[2] * s]),
    fromWork(p) {
      const q = untransform(placement, p)
      return [q[0] / sx, q[1] / s, q[2] / s]
    },
  }
}

function nameOf(structure: number): StructureName {
  const name = STRUCTURES[structure]
  if (name) return name
  throw new RangeError(`anatomy: got structure ${structure}, expected 0 to ${STRUCTURES.length - 1}`)
}

/** Poses the warp and the bones. */
function pose(k: Parts, d: DynamicParams, { size, fromWork }: Frame, scratch: Source): void {
  checkParams(d)
  const inv = 1 / size
  const plain: WarpPose = {
    volume: d.effusion_ml * 1e-6 * inv * inv * inv,
    angle: d.flexion_rad,
    patella: [d.patella[0] * inv, d.patella[1] * inv, d.patella[2] * inv],
    squeeze: d.squeeze ?? 0,
  }
  k.warp.set(plain)
  // the column of the recess is known once the knee is bent and its patella pushed
  if (d.recess)
    k.warp.set({ ...plain, recess: [...columnOf(k, fromWork(d.recess.at), scratch), d.recess.lift_m * inv] })
  k.bones.tibia.motion = motion(k.warp.tibia())
  k.bones.patella.motion = motion(k.warp.patella())
}

/** Where a posed archetype point comes from. */
function columnOf(k: Parts, p: Vec3, scratch: Source): readonly [x: number, z: number] {
  k.warp.inverse(p[0], p[1], p[2], scratch)
  return [scratch.x, scratch.z]
}

/**
 * A patient made of `archetype`; `placement` puts the patient's frame (x to the patient's right, y anterior, z superior,
 * origin at the joint line of the extended knee; metres) into the work frame: a rotation, never a reflection.
 * @throws RangeError for a parameter outside what the warp was measured for
 */
export function createAnatomy(archetype: Archetype, params: PatientParams, placement: Pose): KneeAnatomy {
  const k = assemble(archetype, params)
  const placed = frame(params, placement)
  const { toWork, fromWork } = placed
  const scratch = newSource()
  const landmarks: Record<string, Vec3> = {}
  let ml = params.effusion_ml
  const setDynamic = (d: DynamicParams): void => {
    pose(k, d, placed, scratch)
    ml = d.effusion_ml
    for (const [name, l] of Object.entries(archetype.landmarks)) {
      const p: Vec3 = [l.p[0] / 1000, l.p[1] / 1000, l.p[2] / 1000]
      landmarks[name] = toWork(moved(k, l.on, p, l.on === 'skin' ? skinNormal(archetype, p) : [0, 1, 0]))
    }
  }
  setDynamic(params)
  return {
    placement,
    params,
    mirrored: params.side === 'left',
    layers: LAYERS,
    structures: STRUCTURES,
    landmarks,
    toWork,
    fromWork,
    setDynamic,
    layerAt: (p) => layerOf(k, fromWork(p), scratch),
    distance(structure, p) {
      const d = distanceOf(k, nameOf(structure), fromWork(p), scratch) * params.size
      return d > BAND ? BAND : d < -BAND ? -BAND : d
    },
    distances(p, out) {
      distancesOf(k, fromWork(p), scratch, out)
      for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) * params.size
    },
    moveVertex: (structure, v, n) => toWork(moved(k, nameOf(structure), v, n)),
    effusionMl: () => ml,
    levelAt: (p) => k.warp.level(...columnOf(k, fromWork(p), scratch)) * params.size,
  }
}
