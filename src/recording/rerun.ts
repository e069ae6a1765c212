// A session that is stepped along a list of ticks and read as frames and evidence; file and live sources share it.
import { createViewState, type Session, type Snapshot } from '../sim/index.ts'
import { refusedAlert } from './alert.ts'
import type { Runtime } from './engine.ts'
import type { SourceResult } from './source.ts'
import { FRAME_TICKS, KEY_FRAMES } from './trackWriter.ts'

/** Ticks from one kept state to the next: a seek runs at most these. */
const KEEP_TICKS = KEY_FRAMES * FRAME_TICKS

export class Rerun {
  readonly session: Session
  private readonly runtime: Runtime
  private readonly keep: boolean
  private readonly kept: Snapshot[] = []
  private events = 0
  private done = 0
  /** Set when the simulation refused a tick: nothing can be run after it. */
  refused = false

  /** @param keep whether states are kept to go back to */
  constructor(runtime: Runtime, keep: boolean) {
    this.runtime = runtime
    this.keep = keep
    this.session = runtime.makeSession()
    this.keepState()
  }

  /** Ticks that have been run. */
  get tick(): number {
    return this.done
  }

  private keepState(): void {
    if (!this.keep || this.done !== this.kept.length * KEEP_TICKS) return
    // Without the samples, which grow with time: whoever needs them runs the attempt from its beginning.
    this.kept.push({ ...this.runtime.engine.takeSnapshot(this.session), channels: {} })
  }

  /** Runs one tick. An alert comes back when the simulation refuses it. */
  step(tick: Int32Array): SourceResult | undefined {
    try {
      this.runtime.engine.stepTick(this.session, tick)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.refused = true
      return { type: 'alert', alert: refusedAlert(this.done, error.message) }
    }
    this.done++
    this.keepState()
    return undefined
  }

  /** The frame at the present tick. */
  frame(): SourceResult {
    const view = this.runtime.engine.readView(this.session, createViewState(this.session.layout))
    return { type: 'tick', tick: this.done, view }
  }

  /** Evidence that has come since the last call. */
  freshEvents(): SourceResult[] {
    const out = this.session.events.slice(this.events).map((event) => ({ type: 'evidence', event }) as const)
    this.events = this.session.events.length
    return out
  }

  /** Goes back, or ahead as far as states are kept, to the last kept state not after `tick`, if that helps. */
  restoreBefore(tick: number): void {
    const i = Math.min(Math.floor(tick / KEEP_TICKS), this.kept.length - 1)
    const snapshot = this.kept[i]
    const at = i * KEEP_TICKS
    if (!snapshot || (this.done <= tick && this.done >= at)) return
    this.runtime.engine.restoreSnapshot(this.session, snapshot)
    this.done = at
    this.refused = false
  }

  /** Evidence so far is known to the reader. */
  forgetEvents(): void {
    this.events = this.session.events.length
  }
}
