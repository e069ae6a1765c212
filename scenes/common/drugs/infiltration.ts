// Where lidocaine lies in tissue, and how numb a point is. All numbers are design values (placeholder).
import { distance, pow, scale, add, type Vec3 } from '../../../scoring/math/index.ts'

/** A deposit: a sphere about `at` (work frame, m). `since_s` is its clinical time, the mean of its parts. */
export interface Deposit {
  at: Vec3
  ml: number
  mg: number
  since_s: number
}

/** Plain state: the list stays short because near deposits flow together. */
export type Infiltration = Deposit[]

/** Deposits nearer than this are one, m. */
const MERGE_M = 3e-3
/** Tissue that a volume reaches is so many times larger than the volume. */
const SPREAD = 4
/** Numbness is full within the sphere and gone at this multiple of its radius. */
const FRINGE = 1.5
/** From nothing to full effect, clinical s (1 to 2 min). */
const ONSET_S = 90
/** Strength of full effect, mg/mL (1 %). */
const FULL_MG_ML = 10
const SPHERE = 0.238732414637843 // 3 / (4 pi)

const clamp01 = (x: number): number => (x < 0 ? 0 : x > 1 ? 1 : x)

/** Adds what a needle left at a point. Nothing happens without a volume. */
export function deposit(spots: Infiltration, part: Readonly<Deposit>): void {
  if (part.ml <= 0) return
  const near = spots.find((s) => distance(s.at, part.at) < MERGE_M)
  if (!near) {
    spots.push({ ...part })
    return
  }
  const ml = near.ml + part.ml
  near.at = scale(add(scale(near.at, near.ml), scale(part.at, part.ml)), 1 / ml)
  near.since_s = (near.since_s * near.ml + part.since_s * part.ml) / ml
  near.mg += part.mg
  near.ml = ml
}

/** Radius of the tissue that `ml` reach, m. */
export function spreadRadius(ml: number): number {
  return ml <= 0 ? 0 : pow(ml * 1e-6 * SPREAD * SPHERE, 1 / 3)
}

function numbBy(s: Readonly<Deposit>, point: Vec3, clinical_s: number): number {
  const r = spreadRadius(s.ml)
  const reach = clamp01((FRINGE - distance(s.at, point) / r) / (FRINGE - 1))
  return reach * clamp01((clinical_s - s.since_s) / ONSET_S) * clamp01(s.mg / s.ml / FULL_MG_ML)
}

/** Numbness of a point in the work frame at a clinical time, 0 feels all .. 1 feels nothing. */
export function numbAt(spots: Readonly<Infiltration>, point: Vec3, clinical_s: number): number {
  let feels = 1
  for (const s of spots) feels *= 1 - numbBy(s, point, clinical_s)
  return 1 - feels
}
