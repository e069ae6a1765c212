// The live loop: device sample -> ticks -> packed -> noted -> stepped -> view. The only place where live time passes.
import type { Pose } from '../../../scoring/math/index.ts'
import type { DeviceSample } from '../../input/deviceSample.ts'
import type { TickSource } from '../../input/tickSource.ts'
import { type EngineApi, MAX_TICKS, type Remark } from '../../recording/index.ts'
import type { Command, PackedTick, Session, TickInput, ViewState } from '../../sim/index.ts'

/** Where noted ticks go; JournalKeeper in the page, a list in tests. */
export interface TickSink {
  append(ticks: readonly PackedTick[], digests: readonly string[], remarks: readonly Remark[]): void
}

export interface LiveParts {
  readonly engine: EngineApi
  readonly session: Session
  readonly source: TickSource
  readonly sink: TickSink
  /** Ticks after which the attempt ends by itself, because a file holds no more; MAX_TICKS by default. */
  readonly longest?: number
}

export type LiveState = 'running' | 'paused' | 'finished' | 'stopped'

export class LiveRun {
  readonly session: Session
  /** The newest view; the same object all the time. */
  readonly view: ViewState
  /** What the simulation refused; null while all is well. */
  error: unknown = null
  private readonly engine: EngineApi
  private readonly source: TickSource
  private readonly sink: TickSink
  private ticks: PackedTick[] = []
  private remarks: Remark[] = []
  private noted: number
  private readonly longest: number

  constructor(parts: LiveParts) {
    this.engine = parts.engine
    this.session = parts.session
    this.source = parts.source
    this.sink = parts.sink
    this.longest = parts.longest ?? MAX_TICKS
    this.noted = this.session.state.tick
    this.view = this.engine.readView(this.session)
  }

  get state(): LiveState {
    if (this.error !== null) return 'stopped'
    if (this.isOver) return 'finished'
    return this.source.paused ? 'paused' : 'running'
  }

  /** The learner has finished, or the attempt is as long as an attempt can be. */
  private get isOver(): boolean {
    return this.session.state.finished || this.session.state.tick >= this.longest
  }

  /** Runs the ticks that are due at `now` (ms, the clock of animation frames). Returns how many ran. */
  frame(now: number, sample: DeviceSample): number {
    if (this.state !== 'running') return 0
    this.source.sample(sample)
    const inputs = this.source.take(now)
    let ran = 0
    for (const input of inputs) {
      if (!this.step(input) || this.isOver) break
      ran++
    }
    const remark = this.source.takeRemark()
    if (remark) this.remarks.push(remark)
    this.engine.readView(this.session, this.view)
    if (this.state !== 'running') this.flush()
    return ran
  }

  /** Packs, notes and steps one tick; a tick that the simulation refuses is not kept, those before it are. */
  private step(input: TickInput): boolean {
    try {
      const packed = this.engine.packTick(input, this.session.commands)
      this.engine.stepTick(this.session, packed)
      this.ticks.push(packed)
    } catch (error) {
      this.error = error
      return false
    }
    if (this.session.state.tick % this.engine.DIGEST_EVERY === 0) {
      this.note([this.engine.stateDigest(this.session)])
    }
    return true
  }

  private note(digests: readonly string[]): void {
    if (this.ticks.length === 0) return
    this.noted += this.ticks.length
    const due = this.remarks.filter((r) => r.tick <= this.noted)
    this.remarks = this.remarks.filter((r) => r.tick > this.noted)
    this.sink.append(this.ticks, digests, due)
    this.ticks = []
  }

  /** Hands over what is not a full second yet: before a pause, when the page goes away, at the end. */
  flush(): void {
    this.note([])
  }

  /** Moves the work frame in the device's space (a headset's wearer was placed) from the next tick on. */
  setWorkFrame(frame: Pose): void {
    this.source.setWorkFrame(frame)
  }

  /** Queues a command for the next tick. */
  command(command: Command): void {
    this.source.command(command)
  }

  pause(now: number): void {
    if (this.state !== 'running') return
    this.source.pause(now)
    this.flush()
  }

  /** Time goes on; the pause is noted as a command with its wall seconds (0.1 s). */
  resume(now: number): void {
    if (!this.source.paused) return
    const seconds = Math.round(this.source.resume(now) * 10) / 10
    this.command({ command: 'pause', args: { seconds } })
  }
}
