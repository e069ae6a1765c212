// The lead-in of a drill: played before the first frame, in slices, into the same journal as everything after it.
import type { Remark } from '../../recording/index.ts'
import type { Drill, PackedTick, PerformerView, Session } from '../../sim/index.ts'
import type { Bench } from '../engine/loadBench.ts'
import { Aborted, inSlices, type Progress } from './slices.ts'

/** No lead-in lasts longer, ticks (10 minutes); and what one takes, for the bar that shows how far it is. */
const LONGEST = 54_000
const USUAL = 9000
/** Ticks between two looks at the progress, and in one record of the journal. */
const PART = 900

export interface LeadIn {
  readonly ticks: readonly PackedTick[]
  readonly digests: readonly string[]
}

/** The drill of a session, as its engine has it; undefined for a whole procedure. */
export function drillOf(bench: Pick<Bench, 'procedure'>, id: string | undefined): Drill | undefined {
  return id === undefined ? undefined : bench.procedure.drills?.find((d) => d.id === id)
}

/** Steps a session that is at tick 0 through the lead-in. @throws Aborted, SimError, RangeError when it does not end */
export async function playLeadIn(
  bench: Pick<Bench, 'engine'>,
  session: Session,
  drill: Drill,
  progress: Progress = {},
): Promise<LeadIn> {
  const { engine } = bench
  const [ticks, digests]: [PackedTick[], string[]] = [[], []]
  const view = engine.readView(session)
  const seen = (): PerformerView => ({
    tick: session.state.tick,
    view: engine.readView(session, view),
    events: session.events,
  })
  const play = drill.leadIn(session, session.setup.seed)
  let next = play.next(seen())
  const step = (): void => {
    if (next.done) return
    const packed = engine.packTick(next.value, session.commands)
    engine.stepTick(session, packed)
    ticks.push(packed)
    if (ticks.length % engine.DIGEST_EVERY === 0) digests.push(engine.stateDigest(session))
    next = play.next(seen())
  }
  while (!next.done) {
    if (ticks.length >= LONGEST) throw new RangeError(`drill ${drill.id}: no handover after ${LONGEST} ticks`)
    await inSlices(PART, step, progress.signal ? { signal: progress.signal } : {})
    if (progress.signal?.aborted) throw new Aborted()
    progress.onProgress?.(Math.min(0.95, ticks.length / USUAL))
  }
  return { ticks, digests }
}

/** Where ticks are noted; JournalKeeper in the page, a list in tests. */
interface Sink {
  append(ticks: readonly PackedTick[], digests: readonly string[], remarks: readonly Remark[]): void
}

/** Notes a lead-in from its tick `from` on, in records of ten seconds. */
export function noteLeadIn(sink: Sink, { ticks, digests }: LeadIn, every: number, from = 0): void {
  for (let at = from; at < ticks.length; at += PART) {
    const end = Math.min(at + PART, ticks.length)
    sink.append(ticks.slice(at, end), digests.slice(Math.floor(at / every), Math.floor(end / every)), [])
  }
}
