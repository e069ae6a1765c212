// How a drill begins (SPEC S22): somebody plays up to a moment, lets go, and hands over.
import type { PerformerView, Session } from '../../../src/sim/index.ts'
import { AT_REST, type Actor, type Play } from './actor.ts'

const SIDES = ['left', 'right'] as const

/**
 * Plays on until `done` holds after a tick; what would have come then never happens.
 * @throws RangeError naming `moment` when the performance ends before it
 */
export function* playUntil(play: Play, moment: string, done: (seen: PerformerView) => boolean): Play {
  let step = play.next()
  while (!step.done) {
    const seen: PerformerView = yield step.value
    if (done(seen)) return
    step = play.next(seen)
  }
  throw new RangeError(`lead-in: the performance ended before "${moment}"; choose a moment that it comes to`)
}

/** Opens both hands and takes them to where empty hands wait; what stands in tissue goes on standing there. */
export function* letGo(actor: Actor): Play {
  const { hands } = actor.session.state
  for (const [i, side] of SIDES.entries()) if ((hands[i]?.squeeze ?? 0) > 0) yield* actor.squeeze(side, 0)
  for (const side of SIDES) yield* actor.reach(side, AT_REST[side])
}

/** The last tick of a lead-in. @throws RangeError when a hand still holds something */
export function* handOver(actor: Actor): Play {
  const holding = holds(actor.session)
  if (holding.length > 0) throw new RangeError(`lead-in: at the handover a hand holds ${holding.join(', ')}; let go`)
  actor.command('handover')
  yield* actor.tick()
}

/** Ids of what is in a hand. */
function holds(session: Session): string[] {
  return session.state.hands.flatMap((h) => session.procedure.instruments[h.tool]?.id ?? [])
}
