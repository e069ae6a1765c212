// Snapshots at random ticks of an attempt, restored into a fresh session and into a used one.
import { stream, uniform } from '../../scoring/math/index.ts'
import {
  collectEvidence,
  restoreSnapshot,
  stateDigest,
  stepTick,
  takeSnapshot,
  type PackedTick,
  type Session,
} from '../../src/sim/index.ts'

export interface SnapshotReport {
  readonly snapshots: number
  readonly failures: readonly string[]
}

function goOn(session: Session, ticks: readonly PackedTick[], from: number): Session {
  for (const t of ticks.slice(from)) stepTick(session, t)
  return session
}

/** @param count how many ticks are drawn; each is restored twice and run on to the end */
export function snapshotTrial(make: () => Session, ticks: readonly PackedTick[], count: number): SnapshotReport {
  const whole = goOn(make(), ticks, 0)
  const [digest, evidence] = [stateDigest(whole), JSON.stringify(collectEvidence(whole))]
  const s = stream(ticks.length, 'snapshots')
  const drawn = Array.from({ length: count }, () => Math.floor(uniform(s, 1, ticks.length)))
  const failures: string[] = []
  for (const at of drawn) {
    const before = make()
    for (const t of ticks.slice(0, at)) stepTick(before, t)
    const snapshot = takeSnapshot(before)
    for (const [name, session] of [
      ['fresh', make()],
      ['used', whole],
    ] as const) {
      restoreSnapshot(session, snapshot)
      goOn(session, ticks, at)
      if (stateDigest(session) !== digest) failures.push(`tick ${at}, ${name} session: another state at the end`)
      else if (JSON.stringify(collectEvidence(session)) !== evidence) failures.push(`tick ${at}, ${name}: evidence`)
    }
  }
  return { snapshots: count, failures }
}
