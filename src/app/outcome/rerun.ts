// What a sealed attempt shows and testifies, computed in the browser by the engine that made it.
import type { Evidence } from '../../../scoring/evidence.ts'
import { type Attempt, clockLost, decodeAttempt, FRAME_TICKS, TrackWriter } from '../../recording/index.ts'
import type { AttemptSetup, Performer, PerformerView, Procedure, Session } from '../../sim/index.ts'
import { type Bench, currentEngine, openBench } from '../engine/loadBench.ts'
import { inSlices, type Progress } from '../live/slices.ts'
import { OutboxError } from '../outbox/index.ts'

export interface Rerun {
  readonly attempt: Attempt
  readonly bench: Bench
  readonly session: Session
  readonly evidence: Evidence
  /** Encoded track: what replay plays. */
  readonly track: Uint8Array
  /** Share of wall clock lost while it was recorded, 0..1. */
  readonly clockLost: number
}

/** Reads a .attempt file. @throws OutboxError `not-an-attempt` */
export function readAttempt(bytes: Uint8Array): Attempt {
  const read = decodeAttempt(bytes)
  if (read.type === 'error') throw new OutboxError('not-an-attempt', `attempt: ${read.message}`)
  return read.attempt
}

function trackOf(bench: Bench, session: Session, attempt: string): TrackWriter {
  const { procedure, engine, engineId } = bench
  const writer = new TrackWriter({
    attempt,
    procedure: procedure.id,
    engine: engineId,
    sim_version: engine.SIM_VERSION,
    layout: session.layout,
  })
  writer.push(engine.readView(session))
  return writer
}

/** Re-runs an attempt. @throws LoadError, SimError, Aborted */
export async function rerun(attempt: Attempt, progress: Progress = {}): Promise<Rerun> {
  const bench = await openBench(attempt.header.engine, attempt.header.setup)
  const session = bench.makeSession()
  const writer = trackOf(bench, session, attempt.header.id)
  const view = bench.engine.readView(session)
  const step = (i: number): void => {
    const tick = attempt.ticks[i]
    if (tick) bench.engine.stepTick(session, tick)
    if ((i + 1) % FRAME_TICKS === 0) writer.push(bench.engine.readView(session, view))
  }
  await inSlices(attempt.ticks.length, step, progress)
  writer.addEvents(session.events)
  const evidence = bench.engine.collectEvidence(session)
  return { attempt, bench, session, evidence, track: writer.finish(), clockLost: clockLost(attempt.remarks) }
}

/** Longest expert performance that is waited for, ticks (10 minutes). */
const LONGEST = 54_000

/** What the built-in expert does: all of it, or a drill from its lead-in on. @throws RangeError when there is none */
function expertOf(procedure: Procedure, id: string | undefined): Performer['perform'] {
  const drill = id === undefined ? undefined : procedure.drills?.find((d) => d.id === id)
  const expert = (drill ?? procedure).performers.find((p) => p.id === 'expert')
  if (!expert) throw new RangeError(`${procedure.id}: has no performer "expert"`)
  return function* (session, seed) {
    if (drill) yield* drill.leadIn(session, seed)
    yield* expert.perform(session, seed)
  }
}

/** Lets the built-in expert do the same case with the same seed; gives the track. @throws LoadError, SimError, Aborted */
export async function expertTrack(setup: AttemptSetup, progress: Progress = {}): Promise<Uint8Array> {
  const bench = await openBench(await currentEngine(), { ...setup, input_class: 'controllers', assists: [] })
  const { engine, procedure } = bench
  const session = bench.makeSession()
  const writer = trackOf(bench, session, 'expert-performance')
  const view = engine.readView(session)
  const play = expertOf(procedure, setup.drill)(session, setup.seed)
  const seen = (): PerformerView => ({
    tick: session.state.tick,
    view: engine.readView(session, view),
    events: session.events,
  })
  let next = play.next(seen())
  const step = (): void => {
    if (next.done) return
    engine.stepTick(session, engine.packTick(next.value, session.commands))
    const now = seen()
    if (session.state.tick % FRAME_TICKS === 0) writer.push(now.view)
    next = play.next(now)
  }
  // How long the expert takes is not known before: the bar counts towards two minutes and then waits.
  for (let at = 0; !next.done && at < LONGEST; at += 900) {
    await inSlices(900, step, progress.signal ? { signal: progress.signal } : {})
    progress.onProgress?.(Math.min(0.95, at / 10_800))
  }
  writer.addEvents(session.events)
  return writer.finish()
}
