import type { Vec3 } from '../../../scoring/math/index.ts'
import type { BumpSpec } from './bump.ts'
import type { Grid } from './grid.ts'
import type { HingeSpec } from './hinge.ts'

/** Sheet along which an effusion parts the tissues: heights y (mm) over a lattice in x and z. */
export interface SheetSpec {
  readonly x0: number
  readonly z0: number
  readonly spacing: number
  readonly nx: number
  readonly nz: number
  readonly heights: readonly number[]
}

/** Where a bone wears cartilage: a box, mm. */
export interface CartilageSpec {
  readonly lo: Vec3
  readonly hi: Vec3
  readonly thickness: number
}

/** Compact bone: `thin` mm at the ends of the bone, `thick` mm along the shaft, changing over these heights. */
export interface CortexSpec {
  readonly thin: number
  readonly thick: number
  readonly z: readonly [number, number]
}

/** How an archetype turns into patients; millimetres in its own frame (x lateral, y anterior, z superior; right side). */
export interface WarpSpec {
  readonly hinge: HingeSpec
  readonly sheet: SheetSpec
  /**
   * Suprapatellar pouch, and the space behind the patella: it opens by `underShare` of what the pouch is lifted beyond
   * `underFrom` mm.
   */
  readonly pouch: BumpSpec
  readonly under: BumpSpec
  readonly underShare: number
  readonly underFrom: number
  /** What follows the patella when it is pushed. */
  readonly push: BumpSpec
  /** Where fat varies less than at `fatSite`: 1 - weight. */
  readonly fat: readonly { readonly where: BumpSpec; readonly weight: number }[]
  /** Point on the skin where the parameter `fat_mm` is measured. */
  readonly fatSite: Vec3
  /** No change of girth between the inner two heights, all of it beyond the outer two. */
  readonly girth: readonly [number, number, number, number]
  readonly cartilage: Readonly<Record<'femur' | 'tibia' | 'patella', CartilageSpec>>
  readonly cortex: Readonly<Record<'femur' | 'tibia' | 'patella', CortexSpec>>
}

/** Landmark of the archetype and what carries it. */
export interface LandmarkSpec {
  readonly p: Vec3
  readonly on: 'femur' | 'tibia' | 'patella' | 'skin'
}

export const GRIDS = ['skin', 'femur', 'tibia', 'patella', 'tendon', 'muscle', 'vessel', 'capsule'] as const
export type GridName = (typeof GRIDS)[number]

/** A baked body part: decoded, verified grids and the manifest's specification. */
export interface Archetype {
  readonly name: string
  readonly grids: Readonly<Record<GridName, Grid>>
  readonly warp: WarpSpec
  readonly landmarks: Readonly<Record<string, LandmarkSpec>>
}
