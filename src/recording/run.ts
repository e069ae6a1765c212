// The exact re-run: the recorded ticks through the engine that made them (SPEC R15).
import type { Session } from '../sim/index.ts'
import type { Attempt } from './attempt.ts'
import type { Runtime } from './engine.ts'

export interface RunOptions {
  /** After each tick; `ticks` are done. Return false to stop there. */
  readonly onTick?: (session: Session, ticks: number) => boolean | void
  /** Stop after so many ticks; default all. */
  readonly until?: number
}

/** Refuses an engine that is known to run otherwise. @throws RangeError naming both versions */
export function checkEngine(attempt: Attempt, runtime: Runtime): void {
  const want = attempt.header.sim_version
  const have = runtime.engine.SIM_VERSION
  if (want !== have) {
    const what = `attempt ${attempt.header.id}: made by simulation ${want}, this engine is simulation ${have}`
    throw new RangeError(`${what}; load engine ${attempt.header.engine}`)
  }
}

/** Runs the recorded ticks and hands back the session where they end. @throws SimError as `stepTick` does */
export function runAttempt(attempt: Attempt, runtime: Runtime, options: RunOptions = {}): Session {
  checkEngine(attempt, runtime)
  const session = runtime.makeSession()
  const end = Math.min(options.until ?? attempt.ticks.length, attempt.ticks.length)
  for (let i = 0; i < end; i++) {
    const tick = attempt.ticks[i]
    if (tick) runtime.engine.stepTick(session, tick)
    if (options.onTick?.(session, i + 1) === false) break
  }
  return session
}
