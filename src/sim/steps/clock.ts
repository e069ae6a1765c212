// The clinical clock: runs with the ticks, jumps by waits, stops while a hand is lost or a panel is read (SPEC S5).
import { LOST_TICKS } from '../hands/grasp.ts'
import { WAIT_STEP_S } from '../builtins.ts'
import type { Session } from '../session.ts'

/** Both hands have been seen once and one of them is lost now. */
function handLost(session: Session): boolean {
  return session.state.hands.some((h) => h.lostTicks >= LOST_TICKS)
}

export function advanceClock(session: Session, dt: number): void {
  const { state } = session
  if (!state.paused && !handLost(session)) state.clinical_s += dt
}

/**
 * Lets clinical time pass inside one tick (a wait, an act that takes its time): in fixed coarse steps of at most 5 s, each
 * seen by every system of the procedure, so that physiology agrees everywhere (SPEC S4).
 */
export function passClinical(session: Session, seconds: number): void {
  for (let done = 0; done < seconds; done += WAIT_STEP_S) {
    const step = seconds - done < WAIT_STEP_S ? seconds - done : WAIT_STEP_S
    session.state.clinical_s += step
    for (const system of session.procedure.systems) system.pass?.(session, step)
  }
}
