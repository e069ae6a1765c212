// The procedure's own plain state.
import { stream, uniform } from '../../../scoring/math/index.ts'
import type { AsepsisState } from '../../common/asepsis/index.ts'
import { noContents, noExposure, type Exposure, type Infiltration, type Mix } from '../../common/drugs/index.ts'
import { createPeople, type PeopleState } from '../../common/people/index.ts'
import { noHanging, type Hanging } from './hanging.ts'
import { freshAsepsis } from './sterile.ts'
import { freshPalpation, type PalpationState } from './palpation.ts'
import { noTrouble, type TroubleState } from './trouble.ts'
import { instruments } from './instruments.ts'
import { lesionFor, patientRanges, type Lesion } from './patients.ts'

/** A flow that is going on: which tool, how much so far, ticks since the last drop. */
export interface Running {
  tool: number
  ml: number
  idle: number
  /** Layer that the liquid goes to, and what it holds of each drug, mL; only while injecting. */
  site: string
  of: Mix
  plunger_kpa: number
}

export interface KneeState {
  /** Fluid left in the joint and at the start, mL; what it looks like. */
  effusion_ml: number
  initial_ml: number
  fluid: string
  viscosity: string
  /** Diseased skin. */
  lesion: Lesion | null
  /** Where the knee is asked to be, and is, rad. */
  flexion_rad: number
  flexed_rad: number
  /** How far the helper pushes the patella laterally, m. */
  patella_m: number
  /** Pressure of the helper's hand on the pouch, kPa. */
  press_kpa: number
  /** The wall of the pouch on the shaft of a needle. */
  hanging: Hanging
  filling: Running
  giving: Running
  /** Drawn from the joint in all, mL; drugs given in all, mg by id. */
  drawn_ml: number
  given_mg: Record<string, number>
  /** What each syringe holds, by tool index. */
  mixes: Mix[]
  /** Where local anaesthetic lies. */
  spots: Infiltration
  exposure: Exposure
  palpation: PalpationState
  asepsis: AsepsisState
  people: PeopleState
  trouble: TroubleState
}

export function idleFlow(): Running {
  return { tool: -1, ml: 0, idle: 0, site: '', of: {}, plunger_kpa: 0 }
}

/** The knee lies as the patient has put it: 15 degrees. */
const START_FLEXION_RAD = 0.2618

export function createState(caseId: string, seed: number): KneeState {
  const patient = patientRanges(caseId)
  const ml = uniform(stream(seed, 'effusion'), patient.effusion_ml[0], patient.effusion_ml[1])
  return {
    effusion_ml: ml,
    initial_ml: ml,
    fluid: patient.fluid,
    viscosity: patient.viscosity,
    lesion: lesionFor(caseId, seed),
    flexion_rad: START_FLEXION_RAD,
    flexed_rad: START_FLEXION_RAD,
    patella_m: 0,
    press_kpa: 0,
    hanging: noHanging(),
    filling: idleFlow(),
    giving: idleFlow(),
    drawn_ml: 0,
    given_mg: {},
    mixes: noContents(instruments.length),
    spots: [],
    exposure: noExposure(),
    palpation: freshPalpation(),
    asepsis: freshAsepsis(),
    trouble: noTrouble(instruments.length),
    people: createPeople({ seed, upright: patient.upright, resting_pain: patient.resting_pain }),
  }
}
