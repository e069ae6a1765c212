// One straight pass of a needle into the baked knee, and one pull of the plunger: no steering, no second try.
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { press } from '../../scenes/orthopedic/knee-aspiration/fluids.ts'
import { hang } from '../../scenes/orthopedic/knee-aspiration/hanging.ts'
import { fluid, limb } from '../../scenes/orthopedic/knee-aspiration/joint.ts'
import { landmark, wayIn } from '../../scenes/orthopedic/knee-aspiration/performers/scene.ts'
import type { KneeState } from '../../scenes/orthopedic/knee-aspiration/state.ts'
import { add, between, mad, normal, normalize, scale, stream, sub, type Vec3 } from '../../scoring/math/index.ts'
import { assemblyOf, createSession, type Session } from '../../src/sim/index.ts'
import { DT, EMPTY_TICK } from '../../src/sim/tick.ts'
import { skinNormal } from '../../src/sim/tools/contact.ts'
import { drivePlunger } from '../../src/sim/tools/syringe.ts'
import { toolIndex } from './knee.ts'
import { adultKnee, KNEE_SETUP } from './realKnee.ts'

export const PORTALS = ['superolateral', 'lateral', 'medial', 'anteromedial', 'anterolateral'] as const
export type AnyPortal = (typeof PORTALS)[number]
const SKIN: Readonly<Record<AnyPortal, string>> = {
  superolateral: 'portal_superolateral',
  lateral: 'portal_lateral_midpatellar',
  medial: 'portal_medial_midpatellar',
  anteromedial: 'portal_anteromedial',
  anterolateral: 'portal_anterolateral',
}
const STEP_M = 2.5e-4
const STOPS = ['bone', 'cartilage', 'marrow']
const DEG = 0.017453292519943295

export interface Line {
  readonly entry: Vec3
  readonly axis: Vec3
}

/** A patient of a case who lies with the knee bent by so many degrees; with other fluid when `ml` is given. */
export function lying(caseId: string, seed: number, degrees: number, ml?: number): Session {
  const session = createSession(kneeAspiration, adultKnee(), { ...KNEE_SETUP, case: caseId, seed })
  const s = session.state.procedure as KneeState
  s.flexion_rad = s.flexed_rad = degrees * DEG
  if (ml !== undefined) s.effusion_ml = s.initial_ml = ml
  kneeAspiration.poseAnatomy(session)
  return session
}

/** A hand presses the pouch. */
export function compress(session: Session): void {
  Object.assign(session.state.hands[0], { verb: 'press', target: 'pouch', firmness: 2 })
  for (let i = 0; i < 90; i++) press.advance(session as Session<KneeState>, EMPTY_TICK, [])
  kneeAspiration.poseAnatomy(session)
}

/** Straight down into the skin at a portal. */
export function perpendicular(session: Session, portal: AnyPortal): Line {
  const entry = landmark(session, SKIN[portal])
  return { entry, axis: scale(skinNormal(session.anatomy, entry).n, -1) }
}

/** The middle of the notch: between the epicondyles and the joint line. */
function notch(session: Session): Vec3 {
  const names = ['epicondyle_lateral', 'epicondyle_medial', 'joint_line_lateral', 'joint_line_medial']
  return scale(
    names.map((n) => landmark(session, n)).reduce((a, b) => add(a, b)),
    1 / names.length,
  )
}

/** The way of the scripted performers; the two portals in front of the joint line aim at the notch. */
export function taughtWay(session: Session, portal: AnyPortal, down: number): Line {
  if (portal !== 'anteromedial' && portal !== 'anterolateral') {
    const { entry, target } = wayIn(session, portal, down)
    return { entry, axis: normalize(sub(target, entry)) }
  }
  const entry = landmark(session, SKIN[portal])
  return { entry, axis: normalize(sub(notch(session), entry)) }
}

/** Skin point and target of a way, both missed by a normally distributed `sd` m in each axis. */
export function scattered(way: Line, seed: number, sd: number): Line {
  const chance = stream(seed, 'straight-needle')
  const near = (p: Vec3): Vec3 => add(p, scale([normal(chance), normal(chance), normal(chance)], sd))
  const entry = near(way.entry)
  return { entry, axis: normalize(sub(near(mad(way.entry, way.axis, 0.03)), entry)) }
}

export interface Passed {
  /** Path in the patient from the skin to the first fluid, mm; NaN = none met. */
  readonly fluid_mm: number
  readonly end: 'fluid' | 'bone' | 'none'
  /** Where the tip rests. */
  readonly tip: Vec3
}

/** How a hand stops: so long after fluid was met, m; `keeps` = it goes no deeper than the fluid that it sees flow. */
export interface Stop {
  readonly late_m: number
  readonly keeps: boolean
}
const AT_ONCE: Stop = { late_m: 0, keeps: false }

/** Pushes a needle of `length_m` along a line; it stops on bone, or after it has met fluid as `stop` says. */
export function pass(session: Session, line: Line, length_m = 0.038, { late_m, keeps } = AT_ONCE): Passed {
  const layer = (d: number): string => session.anatomy.layers[session.anatomy.layerAt(at(d))] ?? 'air'
  const at = (d: number): Vec3 => mad(line.entry, line.axis, d)
  let [skin, wet] = [NaN, NaN]
  for (let d = -0.03; d < 0.03 + length_m; d += STEP_M) {
    const now = layer(d)
    if (skin !== skin && now !== 'air') skin = d
    if (wet !== wet && now === 'effusion') wet = d
    const done = { fluid_mm: (wet - skin) * 1e3, tip: at(d - STEP_M) }
    if (keeps && wet === wet && now !== 'effusion') return { ...done, end: 'fluid' }
    if (STOPS.includes(now)) return { ...done, end: wet === wet ? 'fluid' : 'bone' }
    if (wet === wet && d >= wet + late_m) return { ...done, end: 'fluid', tip: at(d) }
    if (d - skin >= length_m) return { ...done, end: wet === wet ? 'fluid' : 'none' }
  }
  return { fluid_mm: NaN, end: 'none', tip: at(length_m) }
}

/** Pulls the plunger of the 50 mL syringe with the tip at `tip` until 2 s go by without a drop; mL. */
export function pull(session: Session, line: Line, tip: Vec3): number {
  const index = toolIndex(session, 'syringe-50')
  const tool = session.state.tools[index]
  const { state, tip: reach } = assemblyOf(session, index)
  if (!tool?.syringe || !state) throw new RangeError('syringe-50 has no needle')
  const s = session.state.procedure as KneeState
  Object.assign(tool, { mode: 'held', q: between([0, 0, 1], line.axis) })
  tool.p = mad(tip, line.axis, -reach[2])
  Object.assign(state, { inserted: true, cut: 0.02, depth: 0.02 })
  for (let idle = 0, had = 0; idle < 180; had = s.drawn_ml) {
    drivePlunger(tool.syringe, s.drawn_ml + 4, 50, DT)
    for (const system of [limb, press, hang, fluid]) system.advance(session as Session<KneeState>, EMPTY_TICK, [])
    kneeAspiration.poseAnatomy(session)
    idle = s.drawn_ml > had ? 0 : idle + 1
  }
  return s.drawn_ml
}

/** Yield of one straight pass, mL. */
export function tap(session: Session, line: Line, stop: Stop): number {
  const passed = pass(session, line, 0.038, stop)
  return passed.end === 'fluid' ? pull(session, line, passed.tip) : 0
}

export const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length
export const share = <T>(list: readonly T[], test: (x: T) => boolean): number => list.filter(test).length / list.length
