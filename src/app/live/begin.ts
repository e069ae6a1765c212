// Beginning an attempt, and going on with one whose page went away.
import type { AttemptHeader } from '../../recording/index.ts'
import { clockLost } from '../../recording/index.ts'
import type { AttemptSetup, Session } from '../../sim/index.ts'
import { type Bench, currentEngine, openBench } from '../engine/loadBench.ts'
import { JournalKeeper, type KeeperEvents, type Outbox } from '../outbox/index.ts'
import { drillOf, noteLeadIn, playLeadIn } from './leadIn.ts'
import { inSlices, type Progress } from './slices.ts'
import { protocolOf } from '../../../scenes/protocols.ts'

/** An attempt that can be played: engine, session at its present tick, journal. */
export interface Begun {
  readonly bench: Bench
  readonly session: Session
  readonly header: AttemptHeader
  readonly keeper: JournalKeeper
  /** Share of wall clock lost before this page, 0..1. */
  readonly lostBefore: number
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
}

function protocolVersion(protocol: unknown): number {
  const version = (protocol as { version?: unknown } | null)?.version
  return typeof version === 'number' ? version : 0
}

function headerOf(bench: Bench, setup: AttemptSetup): AttemptHeader {
  return {
    id: newId(),
    procedure: setup.procedure,
    procedure_version: bench.procedure.version,
    protocol_version: protocolVersion(protocolOf(bench.procedure.id, setup.drill)),
    sim_version: bench.engine.SIM_VERSION,
    tick_format: bench.engine.TICK_FORMAT,
    engine: bench.engineId,
    grids: bench.anatomy.grids,
    setup,
    created_utc: new Date().toISOString(),
    interrupted: false,
    nonce: null,
  }
}

/**
 * Loads what the attempt needs and begins its journal; a drill is brought to its handover. A store that refuses is told to
 * `events`, not thrown.
 * @throws LoadError, Aborted
 */
export async function beginAttempt(
  outbox: Outbox,
  setup: AttemptSetup,
  events: KeeperEvents,
  progress: Progress = {},
): Promise<Begun> {
  const bench = await openBench(await currentEngine(), setup)
  const session = bench.makeSession()
  const header = headerOf(bench, setup)
  const keeper = new JournalKeeper(outbox, header, events)
  await keeper.start()
  return leadTo({ bench, session, header, keeper, lostBefore: 0 }, progress)
}

/**
 * Brings a drill to its handover. An attempt that went away in the middle of its lead-in is led in anew: it is the same,
 * so that only what the journal lacks has to be noted.
 */
async function leadTo(begun: Begun, progress: Progress): Promise<Begun> {
  const { bench, header, keeper } = begun
  const drill = drillOf(bench, header.setup.drill)
  if (!drill || !begun.session.state.lead_in) return begun
  const kept = begun.session.state.tick
  const session = kept === 0 ? begun.session : bench.makeSession()
  noteLeadIn(keeper, await playLeadIn(bench, session, drill, progress), bench.engine.DIGEST_EVERY, kept)
  return { ...begun, session }
}

/** The engine that is here runs otherwise than the one that made the attempt. */
export class SplitError extends Error {
  constructor(tick: number) {
    super(`resume: the state after tick ${tick} is not the recorded one; the attempt is kept but cannot go on here`)
    this.name = 'SplitError'
  }
}

/**
 * Plays the kept ticks of an unfinished attempt again, then goes on. The journal is only rewritten once they ran.
 * @throws OutboxError, LoadError, SplitError, SimError
 */
export async function resumeAttempt(
  outbox: Outbox,
  id: string,
  events: KeeperEvents,
  progress: Progress,
): Promise<Begun> {
  const { journal } = await outbox.journal(id)
  const bench = await openBench(journal.header.engine, journal.header.setup)
  const session = bench.makeSession()
  const { engine } = bench
  const step = (i: number): void => {
    const tick = journal.ticks[i]
    if (tick) engine.stepTick(session, tick)
    if ((i + 1) % engine.DIGEST_EVERY !== 0) return
    const kept = journal.digests[(i + 1) / engine.DIGEST_EVERY - 1]
    if (kept !== undefined && engine.stateDigest(session) !== kept) throw new SplitError(i + 1)
  }
  await inSlices(journal.ticks.length, step, progress)
  const [keeper] = await JournalKeeper.resume(outbox, id, events)
  const begun = { bench, session, header: journal.header, keeper, lostBefore: clockLost(journal.remarks) }
  return leadTo(begun, progress)
}
