// Runs a performer: it sees what a person sees, its ticks are packed, recorded by the caller, and stepped.
import type { PackedTick, Performer, Session } from '../../../src/sim/index.ts'
import { createViewState, packTick, readView, stepTick } from '../../../src/sim/index.ts'

/** No scripted attempt lasts longer, ticks (30 minutes). */
const LONGEST_TICKS = 162_000

/**
 * Plays a performer on a fresh session.
 * @param onTick called after each tick with its packed input
 * @returns the packed ticks
 * @throws RangeError when the performer does not come to an end
 */
export function perform(
  session: Session,
  performer: Performer,
  seed: number,
  onTick?: (packed: PackedTick) => void,
): PackedTick[] {
  const ticks: PackedTick[] = []
  const view = createViewState(session.layout)
  const play = performer.perform(session, seed)
  let step = play.next({ tick: 0, view: readView(session, view), events: session.events })
  while (!step.done) {
    const packed = packTick(step.value, session.commands)
    stepTick(session, packed)
    ticks.push(packed)
    onTick?.(packed)
    if (ticks.length > LONGEST_TICKS)
      throw new RangeError(`performer ${performer.id}: no end after ${LONGEST_TICKS} ticks`)
    step = play.next({ tick: session.state.tick, view: readView(session, view), events: session.events })
  }
  return ticks
}
