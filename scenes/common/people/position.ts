// How the patient lies.
import type { PatientState } from './state.ts'

/** Flat on the back with the legs raised. */
export function layFlat(p: PatientState): void {
  p.lying = true
  p.upright = 0
}
