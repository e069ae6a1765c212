// Does an attempt run to the states that were recorded, and if two runs split, where (SPEC R16, R17).
import type { Session, Snapshot } from '../sim/index.ts'
import type { Attempt } from './attempt.ts'
import type { Runtime } from './engine.ts'
import { runAttempt } from './run.ts'

export interface Verification {
  readonly exact: boolean
  /** Ticks that were run. */
  readonly ticks: number
  /** State digest at the end of the run; empty when the simulation refused a tick. */
  readonly digest: string
  /** Tick of the first digest that disagrees (the split lies in the ticks since the one before), or null. */
  readonly first_split_tick: number | null
  /** Why the simulation refused a recorded tick, else null. */
  readonly refused: string | null
}

/** Runs the whole attempt and compares every recorded digest; never throws for what is in the attempt. */
export function verifyAttempt(attempt: Attempt, runtime: Runtime): Verification {
  const every = runtime.engine.DIGEST_EVERY
  let done = 0
  let split: number | null = null
  const onTick = (session: Session, ticks: number): boolean => {
    done = ticks
    if (ticks % every !== 0) return true
    if (runtime.engine.stateDigest(session) !== attempt.digests[ticks / every - 1]) split = ticks
    return split === null
  }
  try {
    const session = runAttempt(attempt, runtime, { onTick })
    const digest = runtime.engine.stateDigest(session)
    return { exact: split === null, ticks: done, digest, first_split_tick: split, refused: null }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { exact: false, ticks: done, digest: '', first_split_tick: done + 1, refused: error.message }
  }
}

/** One of two runs at hand: what goes in and what runs it. */
export interface Side {
  readonly ticks: readonly Int32Array[]
  readonly runtime: Runtime
}

/** `tick` = number of ticks after which the two differ for the first time; 0 = they begin differently. */
export type Split =
  | { readonly type: 'same'; readonly ticks: number }
  | { readonly type: 'split'; readonly tick: number; readonly cause: 'input' | 'state' | 'length' }

interface Pair {
  readonly a: Session
  readonly b: Session
}

function sameTick(a: Int32Array | undefined, b: Int32Array | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((v, i) => v === b[i])
}

function sameState(a: Side, b: Side, pair: Pair): boolean {
  return a.runtime.engine.stateDigest(pair.a) === b.runtime.engine.stateDigest(pair.b)
}

function stepBoth(a: Side, b: Side, pair: Pair, i: number): void {
  const [ta, tb] = [a.ticks[i], b.ticks[i]]
  if (ta) a.runtime.engine.stepTick(pair.a, ta)
  if (tb) b.runtime.engine.stepTick(pair.b, tb)
}

/** Steps from `from`, where the two still agree, until they do not. Inputs that change no state are no split. */
function walk(a: Side, b: Side, pair: Pair, from: number): Split {
  const end = Math.min(a.ticks.length, b.ticks.length)
  for (let i = from; i < end; i++) {
    stepBoth(a, b, pair, i)
    if (sameState(a, b, pair)) continue
    return { type: 'split', tick: i + 1, cause: sameTick(a.ticks[i], b.ticks[i]) ? 'state' : 'input' }
  }
  return a.ticks.length === b.ticks.length
    ? { type: 'same', ticks: end }
    : { type: 'split', tick: end + 1, cause: 'length' }
}

/**
 * Finds the tick at which two runs split: compares at every 90 ticks, then goes back and compares at each.
 * @throws SimError when a simulation refuses a tick
 */
export function bisectRuns(a: Side, b: Side): Split {
  const pair: Pair = { a: a.runtime.makeSession(), b: b.runtime.makeSession() }
  if (!sameState(a, b, pair)) return { type: 'split', tick: 0, cause: 'state' }
  const every = a.runtime.engine.DIGEST_EVERY
  const keep = (): readonly [Snapshot, Snapshot] => [
    a.runtime.engine.takeSnapshot(pair.a),
    b.runtime.engine.takeSnapshot(pair.b),
  ]
  let from = 0
  let kept = keep()
  while (from + every <= Math.min(a.ticks.length, b.ticks.length)) {
    for (let i = from; i < from + every; i++) stepBoth(a, b, pair, i)
    if (!sameState(a, b, pair)) break
    from += every
    kept = keep()
  }
  a.runtime.engine.restoreSnapshot(pair.a, kept[0])
  b.runtime.engine.restoreSnapshot(pair.b, kept[1])
  return walk(a, b, pair, from)
}
