// People on the fake knee, and a knee puncture in minutes for the body alone.
import {
  createPeople,
  people,
  peopleChannels,
  peopleScalars,
  phrasesOf,
} from '../../../../scenes/common/people/index.ts'
import type { PeopleConfig, PeopleState, PhraseId } from '../../../../scenes/common/people/index.ts'
import { live } from '../../../../scenes/common/people/body.ts'
import { hurt, pierced } from '../../../../scenes/common/people/pain.ts'
import { hear } from '../../../../scenes/common/people/speech.ts'
import type { PatientState, PeopleStart } from '../../../../scenes/common/people/state.ts'
import { createSession, defineProcedure, type Session, type System } from '../../../../src/sim/index.ts'
import { Hands } from '../../../builders/hands.ts'
import { fakeAnatomy, NO_GRIDS } from '../../../builders/fakeKnee.ts'
import { FAKE_KNEE, kneeSetup, toolIndex } from '../../../builders/knee.ts'
import { above } from '../../../builders/pricking.ts'
import { DOWN } from '../../../builders/slab.ts'

export interface Room {
  people: PeopleState
}

export interface Trial {
  readonly start?: Partial<PeopleStart>
  readonly config?: PeopleConfig<Room>
  readonly before?: readonly System<Room>[]
  /** Changes the people at tick 0. */
  readonly arrange?: (people: PeopleState) => void
}

const pick = (room: Room): PeopleState => room.people

/** A session of nothing but people and the knee's tray. */
export function room(trial: Trial = {}, seed = 1): Session {
  const procedure = defineProcedure<Room>({
    ...FAKE_KNEE,
    commands: [],
    phrases: phrasesOf(),
    createAnatomy: () => fakeAnatomy,
    poseAnatomy: () => undefined,
    createState: () => {
      const people = createPeople({ seed, ...trial.start })
      trial.arrange?.(people)
      return { people }
    },
    systems: [...(trial.before ?? []), people<Room>(trial.config ?? {}, pick)],
    rules: (_, transitions) => transitions,
    channels: peopleChannels(pick),
    viewPoses: [],
    viewScalars: peopleScalars(pick),
    performers: [],
  })
  return createSession(procedure, NO_GRIDS, kneeSetup({ seed }))
}

export const peopleOf = (session: Session): PeopleState => (session.state.procedure as Room).people

/** Hands that say and wait. */
export class Doctor extends Hands {
  say(...phrases: readonly PhraseId[]): void {
    for (const phrase of phrases) this.tick([{ command: 'say', args: { phrase } }])
  }

  pass(seconds: '30' | '60' | '300'): void {
    this.tick([{ command: 'wait', args: { seconds } }])
  }

  /** Takes the 20 mL syringe and brings its tip `depth` m under the skin. */
  prick(depth: number): void {
    this.grasp('right', toolIndex(this.session, 'syringe-20'))
    this.move('right', above(-0.05), 90, DOWN)
    this.wait(20)
    this.move('right', above(depth), 120)
    this.wait(20)
  }

  /** What the patient has said so far. */
  heard(): (string | undefined)[] {
    return this.told('say').flatMap((e) => (e.subject === 'patient' ? [e.object] : []))
  }
}

export interface Course {
  readonly talk: boolean
  readonly numb: number
  readonly upright: number
  /** Lies down as soon as the warning is heard. */
  readonly lieDown?: boolean
}

/** A puncture without a session: wheal, two minutes, needle through skin, capsule and synovium; and 60 s more. */
export function course(seed: number, how: Course): PatientState {
  const { patient } = createPeople({ seed, upright: how.upright })
  let tick = 0
  const run = (seconds: number): void => {
    for (let i = 0; i < seconds * 9; i++) {
      tick += 10
      live(patient, 1 / 9, { tick, helped: false })
      if (how.lieDown && patient.episode === 'warned') hear(patient, 'lie_down', tick, false)
    }
  }
  const stab = (pain: number, seconds: number): void => {
    hurt(patient, pain, tick)
    run(seconds)
  }
  if (how.talk)
    for (const id of ['introduce', 'identify', 'explain', 'consent'] as const) hear(patient, id, tick, false)
  pierced(patient, 2)
  stab(1.8, 120)
  pierced(patient, 2)
  for (const pain of [4.4, 5.3, 2.1]) stab(pain * (1 - how.numb), 1)
  run(60)
  return patient
}
