// Shapes that the needle and the views rely on (the anatomy person fills this file).
import type { Pose, Vec3 } from '../../../scoring/math/index.ts'

export interface TissueField {
  /** Layer index at a work-frame point: 0 = outside the body. */
  layerAt(p: Vec3): number
  /** Signed distance (m, negative inside) to a structure by index, clamped to the band; work frame. */
  distance(structure: number, p: Vec3): number
  readonly layers: readonly string[]
  readonly structures: readonly string[]
}

export interface Archetype {
  readonly name: string
}

export interface Anatomy extends TissueField {
  readonly placement: Pose
  readonly landmarks: Readonly<Record<string, Vec3>>
  toWork(p: Vec3): Vec3
  fromWork(p: Vec3): Vec3
}
