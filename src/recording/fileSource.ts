// Watching an exact re-run of an attempt: verification by eye, the paused frame, attempts without a track (SPEC R21).
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import type { Session } from '../sim/index.ts'
import type { Attempt } from './attempt.ts'
import type { Runtime } from './engine.ts'
import { Rerun } from './rerun.ts'
import { checkEngine } from './run.ts'
import { eventsUpTo, type AttemptSource, type Capabilities, type SourceInfo, type SourceResult } from './source.ts'
import { FRAME_TICKS } from './trackWriter.ts'

/** Ticks run in one answer, so that a page stays awake: a tick costs about half a millisecond. */
const BUDGET = 120

export class FileSource implements AttemptSource {
  readonly kind = 'file'
  readonly capabilities: Capabilities = { seek: true, speed: true, exact: true, live: false }
  private readonly attempt: Attempt
  private readonly rerun: Rerun
  private jump = 0
  private started = false

  /** @throws RangeError when the engine is of another simulation version */
  constructor(attempt: Attempt, runtime: Runtime) {
    checkEngine(attempt, runtime)
    this.attempt = attempt
    this.rerun = new Rerun(runtime, true)
  }

  /** The session as it stands; read it, never step it. After a seek its sampled channels are not complete. */
  get session(): Session {
    return this.rerun.session
  }

  initialize(): SourceInfo {
    return { layout: this.rerun.session.layout, ticks: this.edge() }
  }

  edge(): number {
    return this.attempt.ticks.length
  }

  read(tick: number): readonly SourceResult[] {
    const out: SourceResult[] = this.started ? [] : [this.rerun.frame()]
    this.started = true
    const arrived = this.run(tick, (results) => {
      if (this.rerun.tick % FRAME_TICKS === 0) out.push(this.rerun.frame())
      out.push(...results, ...this.rerun.freshEvents())
    })
    return [...out, this.stamp(arrived)]
  }

  /** Runs towards `tick` within the budget; true when it got as far as it can. */
  private run(tick: number, each: (alerts: SourceResult[]) => void): boolean {
    const goal = Math.min(tick, this.edge())
    for (let n = 0; n < BUDGET && this.rerun.tick < goal && !this.rerun.refused; n++) {
      const packed = this.attempt.ticks[this.rerun.tick]
      const alert = packed && this.rerun.step(packed)
      each(alert ? [alert] : [])
    }
    return this.rerun.tick >= goal || this.rerun.refused
  }

  private stamp(arrived: boolean): SourceResult {
    const { tick, refused } = this.rerun
    return { type: 'stamp', tick, jump: this.jump, arrived, end: refused || tick >= this.edge() }
  }

  seek(tick: number): readonly SourceResult[] {
    const goal = Math.floor(Math.max(0, Math.min(tick, this.edge())) / FRAME_TICKS) * FRAME_TICKS
    const alerts: SourceResult[] = []
    this.rerun.restoreBefore(goal)
    if (!this.run(goal, (a) => alerts.push(...a))) return [...alerts, this.stamp(false)]
    this.started = true
    this.jump++
    this.rerun.forgetEvents()
    return [...alerts, this.rerun.frame(), this.stamp(true)]
  }

  eventsUntil(tick: number): readonly EvidenceEvent[] {
    return eventsUpTo(this.rerun.session.events, tick)
  }

  close(): void {
    this.rerun.refused = true
  }
}
