// The procedure's own plain state.
import { stream, uniform } from '../../../scoring/math/index.ts'

export interface KneeState {
  /** Fluid left in the joint and at the start, mL. */
  effusion_ml: number
  initial_ml: number
  /** How far the helper pushes the patella laterally, m. */
  patella_m: number
  /** The filling that is going on: tool, what it has drawn so far, ticks since the last drop. */
  filling: { tool: number; ml: number; idle: number }
  /** Drawn from the joint in all, mL. */
  drawn_ml: number
}

/** Effusion of the hot knee, mL: a tense one, so that a dry tap is the learner's doing (design range). */
const EFFUSION_ML = [34, 48] as const

export function createState(_caseId: string, seed: number): KneeState {
  const s = stream(seed, 'effusion')
  const ml = uniform(s, EFFUSION_ML[0], EFFUSION_ML[1])
  return { effusion_ml: ml, initial_ml: ml, patella_m: 0, filling: { tool: -1, ml: 0, idle: 0 }, drawn_ml: 0 }
}
