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
  type Snapshot,
} from '../../src/sim/index.ts'

export interface SnapshotReport {
  readonly snapshots: number
  readonly failures: readonly string[]
}

function goOn(session: Session, ticks: readonly PackedTick[], from: number): Session {
  for (const t of ticks.slice(from)) stepTick(session, t)
  return session
}

/** Snapshots at the given ticks, in their order, taken in one run. */
function snapshotsAt(make: () => Session, ticks: readonly PackedTick[], at: readonly number[]): Snapshot[] {
  const session = make()
  let done = 0
  return at.map((tick) => {
    for (; done < tick; done++) stepTick(session, ticks[done] ?? EMPTY)
    return takeSnapshot(session)
  })
}

const EMPTY: PackedTick = new Int32Array(0)

/** @param count how many ticks are drawn; each is restored twice and run on to the end */
export function snapshotTrial(make: () => Session, ticks: readonly PackedTick[], count: number): SnapshotReport {
  const whole = goOn(make(), ticks, 0)
  const [digest, evidence] = [stateDigest(whole), JSON.stringify(collectEvidence(whole))]
  const s = stream(ticks.length, 'snapshots')
  const drawn = Array.from({ length: count }, () => Math.floor(uniform(s, 1, ticks.length))).sort((a, b) => a - b)
  const taken = snapshotsAt(make, ticks, drawn)
  const failures: string[] = []
  drawn.forEach((at, i) => {
    const snapshot = taken[i]
    if (!snapshot) return
    for (const [name, session] of [
      ['fresh', make()],
      ['used', whole],
    ] as const) {
      restoreSnapshot(session, snapshot)
      goOn(session, ticks, at)
      if (stateDigest(session) !== digest) failures.push(`tick ${at}, ${name} session: another state at the end`)
      else if (JSON.stringify(collectEvidence(session)) !== evidence) failures.push(`tick ${at}, ${name}: evidence`)
    }
  })
  return { snapshots: taken.length, failures }
}
