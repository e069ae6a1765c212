// The adult knee that the baker reads: fields, the box of each grid, the warp and the landmarks.
import type { GridName } from '../../../../src/sim/tissue/archetype.ts'
import type { Box, Field } from '../kit/field.ts'
import { femur, patella, tibiaFibula } from './bones.ts'
import { skin } from './skin.ts'
import { capsule, muscle, tendon, vessel } from './soft.ts'

export { landmarks } from './landmarks.ts'
export { warp } from './warp.ts'
export const NAME = 'knee-adult'

/** Bottom and top of the region that the simulation reads, mm. */
export const REGION = [-112, 132] as const

export interface GridPlan {
  readonly field: Field
  readonly box: Box
  readonly spacing: number
  /** Millimetres a count. */
  readonly unit: number
}

const plan = (f: Field, spacing: number, lo: Box['lo'], hi: Box['hi']): GridPlan => ({
  field: f,
  spacing,
  unit: 0.1,
  box: { lo, hi },
})

/** What is baked at which resolution: fine where bone and sheets are thin, coarse under smooth muscle and skin. */
export const GRID_PLANS: Readonly<Record<GridName, GridPlan>> = {
  // The skin is read at levels up to 9 mm off its own surface (fat, girth), so its band is wider: 19 mm.
  skin: { ...plan(skin, 1.5, [-86, -94, REGION[0]], [104, 95, REGION[1]]), unit: 0.15 },
  femur: plan(femur, 1, [-56, -44, -12], [60, 50, REGION[1]]),
  tibia: plan(tibiaFibula, 1, [-52, -48, REGION[0]], [60, 46, 20]),
  patella: plan(patella, 1, [-34, 22, -2], [37, 71, 70]),
  tendon: plan(tendon, 1.25, [-56, -12, -60], [58, 70, REGION[1]]),
  muscle: plan(muscle, 2, [-82, -84, REGION[0]], [98, 86, REGION[1]]),
  vessel: plan(vessel, 1.5, [-15, -50, REGION[0]], [27, -9, REGION[1]]),
  capsule: plan(capsule, 2, [-60, -54, -28], [60, 60, 50]),
}

/** Parts drawn on their own; millimetres between grid points of the surface and triangles to keep. */
export const MESH_PLANS: readonly { readonly name: string; readonly plan: GridPlan; readonly triangles: number }[] = [
  { name: 'skin', plan: plan(skin, 2, [-92, -92, -262], [116, 98, 262]), triangles: 24000 },
  { name: 'femur', plan: plan(femur, 1.5, [-50, -40, -6], [68, 46, 262]), triangles: 5000 },
  { name: 'tibia', plan: plan(tibiaFibula, 1.5, [-46, -38, -262], [54, 38, 12]), triangles: 6000 },
  { name: 'patella', plan: plan(patella, 1, [-26, 28, 6], [28, 64, 62]), triangles: 1600 },
]
