// What views and samples read of the people; the words that they add to evidence.
import type { ChannelDef, Session, ViewScalar } from '../../../src/sim/index.ts'
import { LINE_IDS } from './lines.ts'
import { PHRASE_IDS } from './phrases.ts'
import type { PatientState, PeopleState } from './state.ts'

type Pick<S> = (state: S) => PeopleState

const patientOf =
  <S extends object>(pick: Pick<S>, value: (p: PatientState) => number) =>
  (session: Session<S>): number =>
    value(pick(session.state.procedure).patient)

/** Pain that the face shows, 0..10: none in a faint. */
export function painFace(p: PatientState): number {
  return p.episode === 'fainted' ? 0 : p.pain
}

/** Scalars of the view. `pallor` is the vasovagal drive, `awake` 0 in a faint, `lying` 1 when flat. */
export function peopleScalars<S extends object>(pick: Pick<S>): ViewScalar<S>[] {
  const scalar = (name: string, unit: string, step: number, value: (p: PatientState) => number): ViewScalar<S> => ({
    name,
    unit,
    step,
    read: patientOf(pick, value),
  })
  return [
    scalar('heart_rate', 'bpm', 1, (p) => p.heart_rate),
    scalar('systolic', 'mmHg', 1, (p) => p.systolic),
    scalar('spo2', '%', 1, (p) => p.spo2),
    scalar('pain_face', '1', 0.1, painFace),
    scalar('pallor', '1', 0.05, (p) => p.faint),
    scalar('flinch', '1', 0.05, (p) => p.flinch),
    scalar('awake', '1', 1, (p) => (p.episode === 'fainted' ? 0 : 1)),
    scalar('lying', '1', 1, (p) => (p.lying ? 1 : 0)),
    { name: 'helping', unit: '1', step: 1, read: (s) => (pick(s.state.procedure).assistant.helping ? 1 : 0) },
  ]
}

/** Channels `pain` (0..10) and `heart_rate` (bpm). */
export function peopleChannels<S extends object>(pick: Pick<S>): ChannelDef<S>[] {
  return [
    { name: 'pain', unit: '1', hz: 5, step: 0.1, read: patientOf(pick, (p) => p.pain) },
    { name: 'heart_rate', unit: 'bpm', hz: 1, step: 1, read: patientOf(pick, (p) => p.heart_rate) },
  ]
}

/** Words of evidence that people use: to be spread into the procedure's own. */
export const PEOPLE_WORDS = {
  subjects: ['patient', 'assistant'],
  objects: [...PHRASE_IDS, ...LINE_IDS],
  complications: ['vasovagal'],
} as const
