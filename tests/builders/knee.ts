// Sessions of the knee aspiration on the fake knee: quick to make, and the same for every test.
import { perform } from '../../scenes/common/performing/perform.ts'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { createSession, type AttemptSetup, type PackedTick, type Session } from '../../src/sim/index.ts'
import { NO_GRIDS, onFakeKnee } from './fakeKnee.ts'

export const FAKE_KNEE = onFakeKnee(kneeAspiration)

export function kneeSetup(more: Partial<AttemptSetup> = {}): AttemptSetup {
  return {
    procedure: 'knee-aspiration',
    case: 'hot-knee',
    seed: 1,
    mode: 'practice',
    input_class: 'controllers',
    assists: [],
    aids: [],
    profile: 'CN',
    handedness: 'right',
    jitter_mm: 0.3,
    jitter_deg: 0.1,
    reaction_ms: 300,
    display_hz: 90,
    ...more,
  }
}

export function fakeKneeSession(seed = 1): Session {
  return createSession(FAKE_KNEE, NO_GRIDS, kneeSetup({ seed }))
}

/** Index of an instrument of the knee's tray. @throws RangeError when there is none */
export function toolIndex(session: Session, id: string): number {
  const index = session.procedure.instruments.findIndex((i) => i.id === id)
  if (index < 0) throw new RangeError(`instrument "${id}": not on the tray`)
  return index
}

/** The packed ticks of a performer on the fake knee. */
export function performed(who: string, seed = 1): PackedTick[] {
  const session = fakeKneeSession(seed)
  const performer = FAKE_KNEE.performers.find((p) => p.id === who)
  if (!performer) throw new RangeError(`performer "${who}": the knee has none`)
  return perform(session, performer, seed)
}
