// Where the joint's fluid lies and what drives it to a needle: recesses, slack of the capsule, a hand on the pouch.
import type { Session, System } from '../../../src/sim/index.ts'
import { DT } from '../../../src/sim/tick.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>
/** What the distribution of the fluid follows from. */
type Filled = Pick<KneeState, 'effusion_ml' | 'initial_ml' | 'flexed_rad' | 'press_kpa'>

/** The bent knee that the published figures are laid to, rad: the warp's limit of 30 degrees (theirs were bent further). */
const BENT_RAD = 0.5236
/**
 * Share of the fluid that lies behind the condyles in the bent knee, out of reach from the front; none in the straight one.
 * "During knee flexion, about 20 % of anteriorly located joint fluid moved posteriorly" (rabbit, PMC3241937).
 */
const BEHIND_BENT = 0.2
/**
 * Slack of the capsule, mL: so much fluid lies in it without pressure, and a needle's suction only draws the lining onto
 * its opening. Taken as what compression gained in the same knees. Straight: 12.8 mL (Univ. New Mexico 2021,
 * digitalrepository.unm.edu/hsc_qips/58). Bent: 21.6 mL in 41 knees (same) and 10.9 mL in 35 (Yaqub 2018, doi
 * 10.1097/RHU.0000000000000707), 16.7 mL for each knee.
 */
const SLACK_STRAIGHT_ML = 12.8
const SLACK_BENT_ML = 16.7
/** Of fluid without pressure no more than this stays; suction alone brings the rest (design value). */
const KEPT = 0.85
/**
 * Pressure of the effusion for each millilitre beyond the slack, kPa (design value: 40 mL lie under 2 kPa; resting knees
 * with effusions had 6 to 25 mmHg, 0.8 to 3.3 kPa, Jawed 1997, doi 10.1136/ard.56.11.686).
 */
const KPA_PER_ML = 0.08
/** Pressure of the hand on the pouch at each firmness, kPa, and how fast it comes on and goes off (design values). */
const PRESS_KPA = 1
const PRESS_KPA_S = 4
/** Share of the pouch's fluid that the hand drives behind the patella for each kPa, and at most (design values). */
const SQUEEZE_PER_KPA = 0.3
const SQUEEZE_MOST = 0.75

const bent = (s: Filled): number => (s.flexed_rad < BENT_RAD ? s.flexed_rad / BENT_RAD : 1)

/** Fluid behind the condyles, mL. */
const behind = (s: Filled): number => BEHIND_BENT * bent(s) * s.effusion_ml

/** Fluid in front, which the cavity of the anatomy shows, mL. */
export function frontMl(s: Filled): number {
  return s.effusion_ml - behind(s)
}

/** Slack of the capsule that the hand on the pouch has not taken up, mL. */
function slack(s: Filled): number {
  const ml = SLACK_STRAIGHT_ML + (SLACK_BENT_ML - SLACK_STRAIGHT_ML) * bent(s) - s.press_kpa / KPA_PER_ML
  return ml > 0 ? ml : 0
}

/** What a needle in front can still draw, mL: what lies in front and is driven to it. */
export function reachable(session: KneeSession): number {
  const s = session.state.procedure
  const most = KEPT * s.initial_ml
  const loose = slack(s)
  const ml = s.effusion_ml - BEHIND_BENT * bent(s) * s.initial_ml - (loose < most ? loose : most)
  return ml > 0 ? ml : 0
}

/** Pressure of the fluid above the atmosphere, kPa. */
export function jointPressure(session: KneeSession): number {
  const s = session.state.procedure
  const ml = frontMl(s) - slack(s)
  return (ml > 0 ? KPA_PER_ML * ml : 0) + s.press_kpa
}

/** Share of the pouch's fluid that the hand holds behind the patella. */
export function squeezeOf(s: Filled): number {
  const share = SQUEEZE_PER_KPA * s.press_kpa
  return share < SQUEEZE_MOST ? share : SQUEEZE_MOST
}

/** The helper's hand on the pouch comes on and goes off. */
export const press: System<KneeState> = {
  id: 'press',
  advance(session) {
    const s = session.state.procedure
    const hand = session.state.hands.find((x) => x.verb === 'press' && x.target === 'pouch')
    const want = (hand ? hand.firmness : 0) * PRESS_KPA
    const step = PRESS_KPA_S * DT
    const d = want - s.press_kpa
    s.press_kpa += d > step ? step : d < -step ? -step : d
  },
}
