// Live play: pack a tick, step what was packed, keep it (SPEC R26). Also goes on with what a journal saved.
import type { Session, TickInput } from '../sim/index.ts'
import { MAX_TICKS, type Attempt } from './attempt.ts'
import type { Runtime } from './engine.ts'
import type { AttemptHeader } from './header.ts'
import { JournalWriter, type OpenedJournal } from './journal.ts'
import type { Remark } from './remarks.ts'

export class Recorder {
  readonly session: Session
  private readonly header: AttemptHeader
  private readonly runtime: Runtime
  private readonly ticks: Int32Array[] = []
  private readonly digests: string[] = []
  private readonly remarks: Remark[] = []
  private writer: JournalWriter
  /** How much of ticks, digests and remarks stands in journal records already. */
  private written = { ticks: 0, digests: 0, remarks: 0 }

  constructor(header: AttemptHeader, runtime: Runtime) {
    this.header = header
    this.runtime = runtime
    this.session = runtime.makeSession()
    this.writer = new JournalWriter()
  }

  /**
   * Goes on with an attempt after the app went away: runs what the journal holds.
   * @throws RangeError when a state comes out differently than it was recorded, naming the tick
   */
  static resume(journal: OpenedJournal, runtime: Runtime): Recorder {
    const recorder = new Recorder(journal.header, runtime)
    for (const tick of journal.ticks) recorder.keep(tick)
    recorder.digests.forEach((d, i) => {
      if (d === journal.digests[i]) return
      const at = (i + 1) * runtime.engine.DIGEST_EVERY
      throw new RangeError(
        `resume: state at tick ${at} is ${d}, recorded was ${journal.digests[i]}; seal the journal instead`,
      )
    })
    for (const r of journal.remarks) recorder.remarks.push(r)
    recorder.markWritten()
    recorder.writer = JournalWriter.resume(journal)
    return recorder
  }

  /** The journal's first record; store it before the first tick. Not for a resumed attempt. */
  begin(): Uint8Array {
    return this.writer.begin(this.header)
  }

  /** Ticks so far. */
  get length(): number {
    return this.ticks.length
  }

  /** True when no more fits into one file: finish the attempt. */
  get full(): boolean {
    return this.ticks.length >= MAX_TICKS
  }

  /**
   * One tick of live play; returns it packed, for observers. A tick that the simulation refuses is not kept.
   * @throws SimError for input that is not finite and when the simulation refuses; the attempt so far can be finished
   */
  step(input: TickInput): Int32Array {
    if (this.full) throw new RangeError(`recorder: got tick ${MAX_TICKS}, expected the attempt to be finished by then`)
    const packed = this.runtime.engine.packTick(input, this.session.commands)
    this.keep(packed)
    return packed
  }

  private keep(packed: Int32Array): void {
    const { engine } = this.runtime
    engine.stepTick(this.session, packed)
    this.ticks.push(packed)
    if (this.ticks.length % engine.DIGEST_EVERY === 0) this.digests.push(engine.stateDigest(this.session))
  }

  /** Digest of the state after the last tick when that was due, for observers; else null. */
  digest(): string | null {
    const due = this.ticks.length > 0 && this.ticks.length % this.runtime.engine.DIGEST_EVERY === 0
    return due ? (this.digests.at(-1) ?? null) : null
  }

  /** Notes the wall clock since the last note: milliseconds gone by, and of them dropped as clock debt. */
  note(wall_ms: number, dropped_ms: number): void {
    this.remarks.push({ tick: this.ticks.length, wall_ms: Math.round(wall_ms), dropped_ms: Math.round(dropped_ms) })
  }

  /** The journal record of what came since the last one: call it once a second. Null when nothing came. */
  takeRecord(): Uint8Array | null {
    const { ticks, digests, remarks } = this.written
    if (ticks === this.ticks.length && remarks === this.remarks.length) return null
    const record = this.writer.append({
      ticks: this.ticks.slice(ticks),
      digests: this.digests.slice(digests),
      remarks: this.remarks.slice(remarks),
    })
    this.markWritten()
    return record
  }

  private markWritten(): void {
    this.written = { ticks: this.ticks.length, digests: this.digests.length, remarks: this.remarks.length }
  }

  /** The attempt as it stands; `interrupted` when the learner did not end it. */
  finish(interrupted = false): Attempt {
    return {
      header: { ...this.header, interrupted },
      ticks: this.ticks.slice(),
      digests: this.digests.slice(),
      remarks: this.remarks.slice(),
    }
  }
}
