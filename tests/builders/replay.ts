// Two runs of the same ticks: do they agree, and if not, from which tick on?
import { stateDigest, stepTick, type PackedTick, type Session } from '../../src/sim/index.ts'

/** Ticks between digests of the first pass. */
const EVERY = 90

export interface Split {
  /** First tick after which the states differ. */
  readonly tick: number
  readonly expected: string
  readonly got: string
}

/** Digests after every 90th tick and after the last one. */
export function digestsOf(session: Session, ticks: readonly PackedTick[]): string[] {
  const out: string[] = []
  ticks.forEach((t, i) => {
    stepTick(session, t)
    if ((i + 1) % EVERY === 0 || i === ticks.length - 1) out.push(stateDigest(session))
  })
  return out
}

/** One run of an attempt: makes a session in which nothing has happened and steps given ticks. */
export interface Run {
  readonly make: () => Session
  readonly ticks: readonly PackedTick[]
}

function stepTo(run: Run, tick: number): Session {
  const session = run.make()
  for (const t of run.ticks.slice(0, tick)) stepTick(session, t)
  return session
}

/** Digest after every tick of (from, to]. */
function fine(run: Run, from: number, to: number): string[] {
  const session = stepTo(run, from)
  return run.ticks.slice(from, to).map((t) => {
    stepTick(session, t)
    return stateDigest(session)
  })
}

/** Where `got` leaves `expected`: found in the digests of every second, then in those of every tick of that second. */
export function findSplit(expected: Run, got: Run): Split | undefined {
  const [a, b] = [digestsOf(expected.make(), expected.ticks), digestsOf(got.make(), got.ticks)]
  const block = a.findIndex((d, i) => d !== b[i])
  if (block < 0 && a.length === b.length) return undefined
  const from = (block < 0 ? Math.min(a.length, b.length) : block) * EVERY
  const [x, y] = [fine(expected, from, from + EVERY), fine(got, from, from + EVERY)]
  const i = x.findIndex((d, k) => d !== y[k])
  const at = i < 0 ? Math.min(x.length, y.length) : i
  return { tick: from + at, expected: x[at] ?? 'the end', got: y[at] ?? 'the end' }
}

/** A live run that can be played again: calls `onTick` after every tick, returns the packed ticks. */
export type Play = (session: Session, onTick: () => void) => readonly PackedTick[]

/** Where a replay of what a live run recorded leaves that live run; undefined when it never does. */
export function splitFromLive(make: () => Session, play: Play): Split | undefined {
  const seen = (from: number, to: number, every: number): { digests: string[]; ticks: readonly PackedTick[] } => {
    const session = make()
    const digests: string[] = []
    const ticks = play(session, () => {
      const { tick } = session.state
      if (tick > from && tick <= to && tick % every === 0) digests.push(stateDigest(session))
    })
    return { digests, ticks }
  }
  const { digests, ticks } = seen(0, Infinity, EVERY)
  const replayed = digestsOf(make(), ticks)
  const block = digests.findIndex((d, i) => d !== replayed[i])
  if (block < 0) return undefined
  const from = block * EVERY
  const live = seen(from, from + EVERY, 1).digests
  const again = fine({ make, ticks }, from, from + EVERY)
  const at = live.findIndex((d, i) => d !== again[i])
  return { tick: from + at, expected: live[at] ?? '', got: again[at] ?? 'the end' }
}

/** A sentence about a split, for the message of a failing test. */
export function describeSplit(split: Split | undefined): string {
  return split ? `first split at tick ${split.tick}: expected ${split.expected}, got ${split.got}` : 'no split'
}
