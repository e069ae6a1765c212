// The two knees of the tests of invariants: the fake one (quick, wild hands allowed) and the baked one.
import { perform } from '../../scenes/common/performing/perform.ts'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { createSession, type PackedTick, type Procedure, type Session } from '../../src/sim/index.ts'
import { FAKE_KNEE, fakeKneeSession, kneeSetup } from './knee.ts'
import { adultKnee } from './realKnee.ts'

export interface Knee {
  readonly name: 'fake knee' | 'baked knee'
  readonly procedure: Procedure
  readonly make: (seed?: number, caseId?: string) => Session
}

export const KNEES: readonly [Knee, Knee] = [
  { name: 'fake knee', procedure: FAKE_KNEE, make: (seed) => fakeKneeSession(seed) },
  {
    name: 'baked knee',
    procedure: kneeAspiration,
    make: (seed = 1, caseId = 'hot-knee') =>
      createSession(kneeAspiration, adultKnee(), kneeSetup({ seed, case: caseId })),
  },
]

/** Plays a performer; returns the session as it stands at the end and its packed ticks. */
export function playPerformer(knee: Knee, who: string, seed = 1): { session: Session; ticks: PackedTick[] } {
  const performer = knee.procedure.performers.find((p) => p.id === who)
  if (!performer) throw new RangeError(`performer "${who}": ${knee.name} has none`)
  const session = knee.make(seed)
  return { session, ticks: perform(session, performer, seed) }
}
