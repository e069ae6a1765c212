// The patient's body in clinical time: pain fades, a faint comes on or passes, pulse and pressure follow. Backward Euler
// throughout, so that a step of 5 s in a wait is as stable as one of a tick. All numbers are design values (placeholder);
// what follows the textbook is only the course: pain, fear and an upright body bring it on, the patient feels it
// coming, pulse and pressure fall together, and lying flat ends it.
import { layFlat } from './position.ts'
import { say } from './speech.ts'
import type { PatientState } from './state.ts'

/** Time constants, s. */
const PAIN_S = 6
const FLINCH_S = 0.3
const DRIVE_UP_S = 8
const DRIVE_DOWN_S = 30
const VITALS_S = 5
const LYING_S = 40
const LYING_HELPED_S = 20
/** From the warning to the faint of somebody who is not laid flat, s. */
const FAINTS_IN_S = 20
/** The learner hears the warning for so many ticks at least (5 s) before anything worse: no faint inside a wait. */
const WARNING_TICKS = 450
/** Drive at which the patient feels it coming, and below which it is over. */
const WARNS_AT = 0.6
const OVER_AT = 0.2
/** Shares of pain and fear in the load, and of the load that is left to somebody lying flat. */
const PAIN_SHARE = 0.6
const FEAR_SHARE = 0.4
const FLAT_SHARE = 0.3
/** Beats a minute and mmHg for full fear and for each point of pain; both and saturation in a faint. */
const FEAR_BPM = 30
const PAIN_BPM = 2.5
const FEAR_MMHG = 20
const PAIN_MMHG = 2
const FAINT_BPM = 40
const FAINT_MMHG = 65
const SPO2 = 98
const FAINT_SPO2 = 94
/** Drive from which pulse and pressure give way. */
const VAGAL_FROM = 0.4

const towards = (x: number, target: number, dt: number, tau: number): number => x + (target - x) * (dt / (tau + dt))
const mix = (a: number, b: number, share: number): number => a + (b - a) * share

/** What drives a faint, 0..1: nothing before the first needle. */
export function vasovagalLoad(p: PatientState): number {
  if (p.entries === 0) return 0
  const stab = p.pain > p.resting_pain ? p.pain - p.resting_pain : 0
  return ((PAIN_SHARE * stab) / 10 + FEAR_SHARE * p.anxiety) * mix(FLAT_SHARE, 1, p.upright)
}

function end(p: PatientState, tick: number): void {
  if (p.faint >= OVER_AT) return
  p.episode = 'recovered'
  say(p, 'better_lying', tick)
}

/** Before the warning the drive follows the load; after it, only lying flat turns it round. */
function drive(p: PatientState, dt: number, at: { tick: number; helped: boolean }): void {
  if (p.episode === 'none' || p.episode === 'recovered') {
    const wish = p.episode === 'none' ? p.susceptibility * vasovagalLoad(p) : 0
    const target = wish < 1 ? wish : 1
    p.faint = towards(p.faint, target, dt, target > p.faint ? DRIVE_UP_S : DRIVE_DOWN_S)
    if (p.episode === 'recovered' || p.faint < WARNS_AT) return
    p.episode = 'warned'
    p.warned_tick = at.tick
    say(p, 'feels_faint', at.tick)
  } else if (p.lying) {
    p.faint = towards(p.faint, 0, dt, at.helped ? LYING_HELPED_S : LYING_S)
    end(p, at.tick)
  } else {
    const more = p.faint + ((1 - WARNS_AT) * dt) / FAINTS_IN_S
    p.faint = more < 1 ? more : 1
    if (p.faint === 1 && at.tick - p.warned_tick >= WARNING_TICKS) p.episode = 'fainted'
  }
}

function vitals(p: PatientState, dt: number): void {
  const vagal = p.faint > VAGAL_FROM ? (p.faint - VAGAL_FROM) / (1 - VAGAL_FROM) : 0
  const awake_bpm = p.resting_heart_rate + FEAR_BPM * p.anxiety + PAIN_BPM * p.pain
  const awake_mmhg = p.resting_systolic + FEAR_MMHG * p.anxiety + PAIN_MMHG * p.pain
  p.heart_rate = towards(p.heart_rate, mix(awake_bpm, FAINT_BPM, vagal), dt, VITALS_S)
  p.systolic = towards(p.systolic, mix(awake_mmhg, FAINT_MMHG, vagal), dt, VITALS_S)
  p.spo2 = towards(p.spo2, mix(SPO2, FAINT_SPO2, vagal), dt, VITALS_S)
}

/**
 * The patient lives `dt` seconds of clinical time. Help that has come lays a fainting patient flat.
 * @param at tick of the motion clock, and whether help is at the couch
 */
export function live(p: PatientState, dt: number, at: { tick: number; helped: boolean }): void {
  if (at.helped && (p.episode === 'warned' || p.episode === 'fainted')) layFlat(p)
  p.pain = towards(p.pain, p.resting_pain, dt, PAIN_S)
  p.flinch = towards(p.flinch, 0, dt, FLINCH_S)
  drive(p, dt, at)
  vitals(p, dt)
}
