// The system of the people in the room: they hear, feel, live and speak.
import type { Session, System, Transition } from '../../../src/sim/index.ts'
import { arrive, assist } from './assistant.ts'
import { live } from './body.ts'
import { feel, type Feeling } from './pain.ts'
import { PHRASE_IDS, type PhraseId } from './phrases.ts'
import { hear, speak } from './speech.ts'
import type { PeopleState } from './state.ts'

/** What a procedure tells of its people. */
export interface PeopleConfig<S extends object> extends Feeling<S> {
  /** This patient asks for a steroid once the plan has been explained. */
  readonly asksSteroid?: (session: Session<S>) => boolean
}

/** Longest step of the body inside a jump of the clinical clock, s. */
const STEP_S = 5

/** Everybody lives up to the present clinical time: one tick, a wait, or the cost of an act. */
function catchUp<S extends object>(session: Session<S>, people: PeopleState): void {
  const { clinical_s, tick } = session.state
  while (people.clock_s < clinical_s) {
    const left = clinical_s - people.clock_s
    const next_s = left > STEP_S ? people.clock_s + STEP_S : clinical_s
    const dt = next_s - people.clock_s
    people.clock_s = next_s
    arrive(people.assistant, next_s, tick)
    live(people.patient, dt, { tick, helped: people.assistant.helping })
  }
}

const isPhrase = (id: string | undefined): id is PhraseId => PHRASE_IDS.some((p) => p === id)

function listen<S extends object>(
  session: Session<S>,
  people: PeopleState,
  t: Transition,
  config: PeopleConfig<S>,
): void {
  if (t.kind !== 'say' || t.subject !== 'learner' || !isPhrase(t.object)) return
  const { tick, clinical_s } = session.state
  hear(people.patient, t.object, tick, config.asksSteroid?.(session) ?? false)
  assist(people.assistant, t.object, { clinical_s, tick, started: people.patient.entries > 0 })
}

/** A faint is told once, after the warning that came before it. */
function tell(people: PeopleState, tick: number, transitions: Transition[]): void {
  const p = people.patient
  speak(p, 'patient', tick, transitions)
  speak(people.assistant, 'assistant', tick, transitions)
  if (p.episode !== 'fainted' || p.reported) return
  p.reported = true
  transitions.push({ kind: 'complication', subject: 'patient', values: { complication: 'vasovagal' } })
}

/**
 * The patient and the assistant. Must stand after the systems that push what hurts (`sweep`) or deposit anaesthetic,
 * and after those that add act costs to the clinical clock.
 * @param pick where the procedure's state keeps its people
 * @example people<KneeState>({ numb: (s, at) => numbAt(s.state.procedure.numb, at, s.state.clinical_s) }, (s) => s.people)
 */
export function people<S extends object>(config: PeopleConfig<S>, pick: (state: S) => PeopleState): System<S> {
  return {
    id: 'people',
    advance(session, _input, transitions) {
      const now = pick(session.state.procedure)
      catchUp(session, now)
      for (const t of transitions) {
        listen(session, now, t, config)
        feel(session, now.patient, t, config)
      }
      tell(now, session.state.tick, transitions)
    },
    pass(session) {
      catchUp(session, pick(session.state.procedure))
    },
  }
}
