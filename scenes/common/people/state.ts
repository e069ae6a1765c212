// The people in the room as plain state: the patient and whoever assists.
import { next, stream, uniform } from '../../../scoring/math/index.ts'
import { PHRASE_IDS, type PhraseId } from './phrases.ts'

/** A line that the patient will say, at a tick of the motion clock. */
export interface Speech {
  line: string
  tick: number
}

export interface PatientState {
  /** 0 none .. 10 worst, and what it falls back to when nobody touches the patient. */
  pain: number
  resting_pain: number
  /** 0 calm .. 1 panic. */
  anxiety: number
  /** Vasovagal drive, 0 none .. 1 unconscious; and how readily this patient answers (1 = the common one's multiple). */
  faint: number
  susceptibility: number
  /** `warned`: has said so; `fainted`: unconscious; `recovered`: it is over and does not come again. */
  episode: 'none' | 'warned' | 'fainted' | 'recovered'
  warned_tick: number
  reported: boolean
  /** Beats a minute, mmHg, %; and what they are without pain or fear. */
  heart_rate: number
  systolic: number
  spo2: number
  resting_heart_rate: number
  resting_systolic: number
  /** 0 flat .. 1 sitting up. */
  upright: number
  lying: boolean
  /** Withdrawal of the limb by a sudden pain, 0..1: a number for view and report, it moves nothing. */
  flinch: number
  /** What has been said to this patient while awake. */
  told: Record<PhraseId, boolean>
  asked_steroid: boolean
  /** Times that a needle has pierced the skin. */
  entries: number
  spoken: Speech[]
  /** Ticks before which no further pain, and no further strong pain, is put into words. */
  quiet_until: number
  quiet_strong_until: number
}

/** Somebody whose lines wait for their time. */
export interface Speaker {
  spoken: Speech[]
}

export interface AssistantState extends Speaker {
  /** Was told before the first needle what to watch for. */
  briefed: boolean
  /** Clinical time of the first call for help and of its arrival, s; -1 = not called. */
  called_s: number
  help_s: number
  helping: boolean
}

export interface PeopleState {
  patient: PatientState
  assistant: AssistantState
  /** Clinical time up to which both have lived, s. */
  clock_s: number
}

export interface PeopleStart {
  readonly seed: number
  /** 0 flat .. 1 sitting up; 0.4 = half sitting on the couch (default). */
  readonly upright?: number
  /** Pain without anybody's touch, 0..10; default 0. */
  readonly resting_pain?: number
}

/** Anxiety on arrival, heart rate and pressure at rest: ranges of the made-up patients (design values, placeholder). */
const ANXIETY = [0.3, 0.5] as const
const HEART_RATE = [64, 82] as const
const SYSTOLIC = [116, 138] as const
const SPO2 = 98
const HALF_SITTING = 0.4
/**
 * Susceptibility is COMMON / (1 - u): the share of patients above x falls as 1 / x, so that doubling the load doubles
 * the number who faint. COMMON makes it a few of a hundred calm ones (design values, placeholder).
 */
const COMMON = 0.3
const MOST = 30

/** Makes this patient the most susceptible of all; for a lead-in that must come to a faint. */
export function mostSusceptible(p: PatientState): void {
  p.susceptibility = MOST
}

function susceptibility(seed: number): number {
  const s = COMMON / (1 - next(stream(seed, 'vasovagal')))
  return s < MOST ? s : MOST
}

function createPatient(start: PeopleStart): PatientState {
  const s = stream(start.seed, 'people')
  const anxiety = uniform(s, ANXIETY[0], ANXIETY[1])
  const resting_heart_rate = uniform(s, HEART_RATE[0], HEART_RATE[1])
  const resting_systolic = uniform(s, SYSTOLIC[0], SYSTOLIC[1])
  const resting_pain = start.resting_pain ?? 0
  const upright = start.upright ?? HALF_SITTING
  return {
    pain: resting_pain,
    resting_pain,
    anxiety,
    faint: 0,
    susceptibility: susceptibility(start.seed),
    episode: 'none',
    warned_tick: -1,
    reported: false,
    heart_rate: resting_heart_rate,
    systolic: resting_systolic,
    spo2: SPO2,
    resting_heart_rate,
    resting_systolic,
    upright,
    lying: upright === 0,
    flinch: 0,
    told: Object.fromEntries(PHRASE_IDS.map((id) => [id, false])) as Record<PhraseId, boolean>,
    asked_steroid: false,
    entries: 0,
    spoken: [],
    quiet_until: 0,
    quiet_strong_until: 0,
  }
}

/** The people at tick 0; for a part of the procedure's own state. */
export function createPeople(start: PeopleStart): PeopleState {
  return {
    patient: createPatient(start),
    assistant: { briefed: false, called_s: -1, help_s: -1, helping: false, spoken: [] },
    clock_s: 0,
  }
}
