// How much lidocaine without adrenaline a patient may have: one rule for every procedure.
import type { AttemptSetup } from '../../../src/sim/index.ts'
import { LIDOCAINE_LABEL } from './table.ts'

export interface DoseLimit {
  readonly mg_kg: number
  readonly mg: number
  readonly mark: 'source' | 'placeholder'
  readonly source?: string
}

const LABEL: DoseLimit = {
  mg_kg: 4,
  mg: 200,
  mark: 'source',
  source: `${LIDOCAINE_LABEL}: 200 mg (4 mg/kg) at once without adrenaline`,
}

/** The limit is the lower of the two. No figure of WHO was found: the label's holds there too, and is cited as the label's. */
export const LIDOCAINE_LIMITS: Readonly<Record<AttemptSetup['profile'], DoseLimit>> = { CN: LABEL, WHO: LABEL }

function checkWeight(weight_kg: number): void {
  if (weight_kg > 0 && Number.isFinite(weight_kg)) return
  throw new RangeError(`lidocaine dose: got weight ${weight_kg} kg, expected a positive number; give the case a weight`)
}

/** Most lidocaine without adrenaline, mg. @throws RangeError for a weight that is none */
export function maxLidocaineMg(profile: AttemptSetup['profile'], weight_kg: number): number {
  checkWeight(weight_kg)
  const limit = LIDOCAINE_LIMITS[profile]
  const byWeight = limit.mg_kg * weight_kg
  return byWeight < limit.mg ? byWeight : limit.mg
}

/** What a patient has had, as plain state. */
export interface Exposure {
  lidocaine_mg: number
  /** The limit has been passed: told once. */
  toxic: boolean
}

export function noExposure(): Exposure {
  return { lidocaine_mg: 0, toxic: false }
}

/** Dose per body weight, mg/kg. @throws RangeError for a weight that is none */
export function mgPerKg(mg: number, weight_kg: number): number {
  checkWeight(weight_kg)
  return mg / weight_kg
}

/** Rounding of sums of many small doses does not make a full dose an overdose, mg. */
const ROUNDING_MG = 1e-6

/** Adds a dose of lidocaine. @returns true once, when the total passes the limit (> limit; the limit itself is allowed) */
export function addLidocaine(
  e: Exposure,
  mg: number,
  who: { readonly profile: AttemptSetup['profile']; readonly weight_kg: number },
): boolean {
  e.lidocaine_mg += mg
  if (e.toxic || e.lidocaine_mg <= maxLidocaineMg(who.profile, who.weight_kg) + ROUNDING_MG) return false
  e.toxic = true
  return true
}
