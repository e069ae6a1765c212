// This case's patient: the adult knee archetype, warped by seed, and posed by the state.
import { compose, stream, uniform, type Pose, type Quat, type Vec3 } from '../../../scoring/math/index.ts'
import type { Anatomy, Archetype, Session, ViewPose } from '../../../src/sim/index.ts'
import { createAnatomy, type KneeAnatomy, type PatientParams } from '../../../src/sim/tissue/anatomy.ts'
import { frontMl, squeezeOf } from './fluids.ts'
import { patientRanges } from './patients.ts'
import { createState, type KneeState } from './state.ts'

/** Patient supine, head to the learner's left: lateral of a right knee faces the learner. A rotation about y. */
const SUPINE: Quat = [0, -Math.SQRT1_2, 0, Math.SQRT1_2]
/** The couch and the roll stand for a knee that is flexed so much, rad (15 degrees: 0-20 degrees are taught). */
const FLEXION_RAD = 0.2618
/** The anatomy follows the state in these steps, so that a slow drop of fluid does not re-pose it every tick. */
const EFFUSION_STEP_ML = 0.5
const PATELLA_STEP_M = 1e-4
const FLEXION_STEP_RAD = 0.01
/** The same for the wall on a needle's shaft, and for the share that a hand drives out of the pouch. */
const HANGING_STEP_M = 1e-4
const SQUEEZE_STEP = 0.02

/** Draws the patient of a seed, within what the case asks for. */
export function patientOf(caseId: string, seed: number): PatientParams {
  const s = stream(seed, 'patient')
  const { fat_mm, girth_mm } = patientRanges(caseId)
  return {
    side: 'right',
    size: uniform(s, 0.94, 1.07),
    girth_mm: uniform(s, girth_mm[0], girth_mm[1]),
    skin_mm: uniform(s, 1.5, 2.3),
    fat_mm: uniform(s, fat_mm[0], fat_mm[1]),
    capsule_mm: uniform(s, 1.6, 2.6),
    effusion_ml: frontMl(createState(caseId, seed)),
    flexion_rad: FLEXION_RAD,
    patella: [0, 0, 0],
  }
}

/** Height that puts the hollow of the knee on the couch (y = 0). */
function restingHeight(knee: KneeAnatomy): number {
  let y = 0
  while (y > -0.12 && knee.distance(0, [0, y, 0]) < 0) y -= 5e-4
  return -y
}

export function createKnee(archetype: Archetype, caseId: string, seed: number): Anatomy {
  const params = patientOf(caseId, seed)
  const flat = createAnatomy(archetype, params, { p: [0, 0, 0], q: SUPINE })
  return createAnatomy(archetype, params, { p: [0, restingHeight(flat), 0], q: SUPINE })
}

/** More than this the pouch of the warp does not hold, mL. */
const MOST_ML = 60

/** The flexion by which the knee is posed, rad. */
export function flexionStep(flexed_rad: number): number {
  return Math.round(flexed_rad / FLEXION_STEP_RAD) * FLEXION_STEP_RAD
}

const posed = new WeakMap<Anatomy, string>()

/** Poses the knee as the state says. The cache only saves work: the pose is a function of the state alone. */
export function poseKnee(session: Session<KneeState>): void {
  const s = session.state.procedure
  const flexion_rad = flexionStep(s.flexed_rad)
  const effusion_ml = Math.min(MOST_ML, Math.round(frontMl(s) / EFFUSION_STEP_ML) * EFFUSION_STEP_ML)
  const lateral = Math.round(s.patella_m / PATELLA_STEP_M) * PATELLA_STEP_M
  const squeeze = Math.round(squeezeOf(s) / SQUEEZE_STEP) * SQUEEZE_STEP
  const lift_m = Math.round(s.hanging.lift_m / HANGING_STEP_M) * HANGING_STEP_M
  const { at } = s.hanging
  const key = `${effusion_ml} ${lateral} ${flexion_rad} ${squeeze} ${lift_m > 0 ? `${lift_m} ${at.join(' ')}` : ''}`
  if (posed.get(session.anatomy) === key) return
  posed.set(session.anatomy, key)
  const knee = session.anatomy as KneeAnatomy
  const recess = lift_m > 0 ? { at, lift_m } : undefined
  knee.setDynamic({ effusion_ml, flexion_rad, patella: [lateral, 0, 0], squeeze, recess })
}

/**
 * A point in the fluid straight under `point`, work frame: at the share `down` from its roof to its floor. The point
 * itself when there is no fluid within 60 mm.
 */
export function fluidUnder(anatomy: Anatomy, point: Vec3, down: number): Vec3 {
  let [top, bottom] = [NaN, NaN]
  for (let d = 0; d < 0.06; d += 5e-4) {
    const p: Vec3 = [point[0], point[1] - d, point[2]]
    if (anatomy.layers[anatomy.layerAt(p)] !== 'effusion') continue
    if (top !== top) top = p[1]
    bottom = p[1]
  }
  return top === top ? [point[0], top + (bottom - top) * down, point[2]] : point
}

/** A bone's own frame in the work frame. */
function boneFrame(session: Session<KneeState>, offset: Pose): Pose {
  return compose(session.anatomy.placement, offset)
}

export const kneeViewPoses: readonly ViewPose<KneeState>[] = [
  { name: 'knee', read: (s) => boneFrame(s, { p: [0, 0, 0], q: [0, 0, 0, 1] }) },
]
