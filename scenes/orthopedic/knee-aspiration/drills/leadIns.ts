// The beginnings of the drills: the expert of the whole procedure up to a moment, then the hands are free.
import type { Drill, PerformerView, Session } from '../../../../src/sim/index.ts'
import { Actor, STEADY, type Play } from '../../../common/performing/actor.ts'
import { handOver, letGo, playUntil } from '../../../common/performing/leadIn.ts'
import { expertPlan, type Plan } from '../performers/plan.ts'
import { aspirate } from '../performers/whole.ts'

export interface Beginning {
  /** What the expert does otherwise than in the whole procedure. */
  readonly plan?: Partial<Plan>
  /** What the moment is called, and whether it has come. */
  readonly moment: string
  readonly until: (session: Session, seen: PerformerView) => boolean
  /** What still happens before the hands let go. */
  readonly still?: (actor: Actor) => Play
}

/** A lead-in: the expert until the moment, what is still to happen, hands off, handover. */
export function leadIn(beginning: Beginning): Drill['leadIn'] {
  return function* (session, seed) {
    const plan = { ...expertPlan(session.case.id), ...beginning.plan }
    const done = (seen: PerformerView): boolean => beginning.until(session, seen)
    yield* playUntil(aspirate(session, seed, plan), beginning.moment, done)
    const actor = new Actor(session, seed, STEADY)
    if (beginning.still) yield* beginning.still(actor)
    yield* letGo(actor)
    yield* handOver(actor)
  }
}
