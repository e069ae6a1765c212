// Watching while it happens: the learner's ticks run here too, and digests are compared (SPEC R21, R24).
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import { splitAlert, type Alert } from './alert.ts'
import type { Runtime } from './engine.ts'
import { Rerun } from './rerun.ts'
import { eventsUpTo, type AttemptSource, type Capabilities, type SourceInfo, type SourceResult } from './source.ts'
import { FRAME_TICKS } from './trackWriter.ts'
import { Watchdog } from './watchdog.ts'
import type { LiveFrame } from './wire.ts'

/** Ticks run in one answer: whoever joins late catches up in steps. */
const BUDGET = 120

export class LiveSource implements AttemptSource {
  readonly kind = 'live'
  readonly capabilities: Capabilities = { seek: false, speed: false, exact: true, live: true }
  private readonly runtime: Runtime
  private readonly rerun: Rerun
  private readonly watchdog = new Watchdog()
  private readonly waiting: Int32Array[] = []
  private readonly digests = new Map<number, string>()
  private readonly alerts: Alert[] = []
  private started = false
  private finished = false
  private split = false

  constructor(runtime: Runtime) {
    this.runtime = runtime
    this.rerun = new Rerun(runtime, false)
  }

  /** Takes a frame from the wire; what is wrong with it comes out as an alert at the next read. */
  push(frame: LiveFrame): void {
    const verdict = this.watchdog.check(frame.first, frame.ticks.length)
    if (verdict.alert) this.alerts.push(verdict.alert)
    if (!verdict.take) return
    for (const tick of frame.ticks.slice(verdict.skip)) this.waiting.push(tick)
    if (frame.digest !== null) this.digests.set(frame.first + frame.ticks.length, frame.digest)
  }

  /** The tick that the stream must go on with: a page that saw a gap asks the server from here. */
  get expected(): number {
    return this.watchdog.expected
  }

  /** The session is over; what is waiting still plays. */
  finish(): void {
    this.finished = true
  }

  initialize(): SourceInfo {
    return { layout: this.rerun.session.layout, ticks: null }
  }

  edge(): number {
    return this.rerun.tick + this.waiting.length
  }

  read(tick: number): readonly SourceResult[] {
    const out: SourceResult[] = this.alerts.splice(0).map((alert) => ({ type: 'alert', alert }))
    if (!this.started) out.push(this.rerun.frame())
    this.started = true
    const goal = Math.min(tick, this.edge())
    const batch = this.waiting.splice(0, Math.min(BUDGET, goal - this.rerun.tick))
    for (const packed of batch) {
      if (!this.rerun.refused) this.step(packed, out)
    }
    const { tick: at, refused } = this.rerun
    const over = refused || (this.finished && this.waiting.length === 0)
    return [...out, { type: 'stamp', tick: at, jump: 0, arrived: at >= goal || refused, end: over }]
  }

  private step(packed: Int32Array, out: SourceResult[]): void {
    const alert = this.rerun.step(packed)
    if (alert) {
      out.push(alert)
      return
    }
    if (this.rerun.tick % FRAME_TICKS === 0) out.push(this.rerun.frame())
    out.push(...this.rerun.freshEvents())
    const digest = this.digests.get(this.rerun.tick)
    this.digests.delete(this.rerun.tick)
    if (digest === undefined || this.split || digest === this.runtime.engine.stateDigest(this.rerun.session)) return
    this.split = true
    out.push({ type: 'alert', alert: splitAlert(this.rerun.tick) })
  }

  seek(): readonly SourceResult[] {
    throw new RangeError('live source: cannot be sought in; watch its track when the session is over')
  }

  eventsUntil(tick: number): readonly EvidenceEvent[] {
    return eventsUpTo(this.rerun.session.events, tick)
  }

  close(): void {
    this.finished = true
    this.waiting.length = 0
  }
}
