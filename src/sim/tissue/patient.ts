/** What makes a patient of an archetype. Lengths with `_mm` are millimetres in the patient. */
import type { Vec3 } from '../../../scoring/math/index.ts'

export interface PatientParams {
  readonly side: 'left' | 'right'
  /** Length of the bones relative to the archetype. */
  readonly size: number
  /** Muscle added (or missing) on thigh and leg away from the joint. */
  readonly girth_mm: number
  /** Epidermis and dermis. */
  readonly skin_mm: number
  /** Subcutaneous fat under the skin at the superolateral portal. */
  readonly fat_mm: number
  /** Capsule with synovium over the suprapatellar pouch. */
  readonly capsule_mm: number
  readonly effusion_ml: number
  readonly flexion_rad: number
  /** Push of the patella, m: laterally (+x), pressed (-y), upwards (+z). */
  readonly patella: Vec3
}

/** The wall of the cavity that hangs on a needle's shaft while the rest of it sinks. */
export interface Recess {
  /** A point in the column where it hangs, work frame. */
  readonly at: Vec3
  /** How much higher than the wall around it, m. */
  readonly lift_m: number
}

/** What may change while the procedure runs. */
export interface DynamicParams {
  readonly effusion_ml: number
  readonly flexion_rad: number
  readonly patella: Vec3
  /** Share of the pouch's fluid that a hand drives out of it, behind the patella: 0..1, 0 unless told. */
  readonly squeeze?: number
  readonly recess?: Recess | undefined
}

/** Limits that the warp was measured for. */
export const LIMITS = {
  size: [0.85, 1.15],
  girth_mm: [-6, 8],
  skin_mm: [1, 3],
  fat_mm: [3, 16],
  capsule_mm: [1, 4],
  effusion_ml: [0, 60],
  flexion_rad: [0, 0.53],
} as const

/** @throws RangeError that names the parameter, what it is and what it may be */
export function checkParams(p: Partial<PatientParams>): void {
  for (const key of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    const value = p[key]
    if (value === undefined) continue
    const [low, high] = LIMITS[key]
    if (!(value >= low && value <= high))
      throw new RangeError(`patient: got ${key} ${value}, expected ${low} to ${high}`)
  }
  const [x, y, z] = p.patella ?? [0, 0, 0]
  if (!(Math.abs(x) <= 0.01 && y <= 0 && y >= -0.02 && Math.abs(z) <= 0.01)) {
    throw new RangeError(`patient: got patella [${x}, ${y}, ${z}] m, expected within +-0.01, -0.02 to 0, +-0.01`)
  }
}
