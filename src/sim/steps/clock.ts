// The clinical clock: runs with the ticks, jumps by waits, stops while a hand is lost or a panel is read (SPEC S5).
import { LOST_TICKS } from '../hands/grasp.ts'
import type { Session } from '../session.ts'

/** Both hands have been seen once and one of them is lost now. */
function handLost(session: Session): boolean {
  return session.state.hands.some((h) => h.lostTicks >= LOST_TICKS)
}

export function advanceClock(session: Session, dt: number): void {
  const { state } = session
  if (!state.paused && !handLost(session)) state.clinical_s += dt
}
