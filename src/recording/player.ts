// Plays any source by the caller's clock (SPEC R22, R23). It has no clock of its own and draws nothing.
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import { createViewState, TICK_HZ, type ViewState } from '../sim/index.ts'
import { behindAlert } from './alert.ts'
import { blendViews } from './blend.ts'
import type { ScalarKind } from './coding/viewCoder.ts'
import { nextState, START, type PlayerEvent, type PlayerState } from './playerState.ts'
import type { AttemptSource, SourceInfo, SourceResult, Stamp } from './source.ts'
import { scalarKinds } from './trackHeader.ts'
import { FRAME_TICKS } from './trackWriter.ts'

export const SPEEDS = { min: 0.1, max: 8 } as const
/** How far a live view stays behind the newest tick, so that ragged arrival does not show, ticks. */
const LIVE_DELAY = 27
/** Farther behind than this a live view skips ahead, ticks: 1.5 s. */
const LIVE_SKIP = 135

export class Player {
  readonly source: AttemptSource
  readonly info: SourceInfo
  private readonly kinds: readonly ScalarKind[]
  private state: PlayerState = START
  private speed = 1
  private at = 0
  private goal = 0
  private jumps = 0
  private fresh = true
  /** A live view on its way to the newest ticks: it skips without saying so at every step. */
  private catching = true
  private before: ViewState
  private after: ViewState

  constructor(source: AttemptSource) {
    this.source = source
    this.info = source.initialize()
    this.kinds = scalarKinds(this.info.layout)
    this.before = createViewState(this.info.layout)
    this.after = this.before
  }

  get mode(): PlayerState['mode'] {
    return this.state.mode
  }

  /** Where it stands, ticks with a fraction. */
  get position(): number {
    return this.at
  }

  /** Counts discontinuities: whoever keeps trails or sounds drops them when it changes. */
  get jump(): number {
    return this.jumps
  }

  private signal(event: PlayerEvent): void {
    this.state = nextState(this.state, event)
  }

  /** Plays on; from the end it starts again. */
  play(): void {
    if (this.mode === 'ended' && this.source.capabilities.seek) this.seek(0)
    this.catching = this.mode === 'paused'
    this.signal('play')
  }

  pause(): void {
    this.signal('pause')
  }

  /** Goes to `tick` (rounded down to a frame); arrives at this or a later `advance`. @throws RangeError when live */
  seek(tick: number): void {
    if (!this.source.capabilities.seek) throw new RangeError('player: this source cannot be sought in')
    this.goal = Math.max(0, Math.min(tick, this.info.ticks ?? 0))
    this.signal('seek')
  }

  /** 0.1 to 8 times; clamped. Live sources stay at 1. */
  setSpeed(speed: number): void {
    const wished = Math.min(SPEEDS.max, Math.max(SPEEDS.min, speed))
    this.speed = this.source.capabilities.speed && Number.isFinite(speed) ? wished : 1
  }

  close(): void {
    this.signal('close')
    this.source.close()
  }

  /** Lets `dt` seconds of the caller's clock go by; returns what came out of the source. */
  advance(dt: number): readonly SourceResult[] {
    if (this.mode === 'closed') return []
    if (this.mode === 'seeking') return this.take(this.source.seek(this.goal), 'seek')
    if (this.mode === 'paused' || this.mode === 'ended') return this.fresh ? this.take(this.source.read(0), 'read') : []
    const skipped = this.moveBy(Math.max(0, dt))
    const wished = Math.ceil(this.at / FRAME_TICKS) * FRAME_TICKS
    return [...skipped, ...this.take(this.source.read(wished), 'read')]
  }

  private moveBy(dt: number): SourceResult[] {
    if (!this.source.capabilities.live) {
      this.at = Math.min(this.at + dt * TICK_HZ * this.speed, this.info.ticks ?? Infinity)
      return []
    }
    const lag = this.source.edge() - this.at
    if (lag > (this.catching ? LIVE_DELAY * 2 : LIVE_SKIP)) return this.skip(lag)
    if (this.catching) this.jumps++
    this.catching = false
    const rate = lag > LIVE_DELAY * 2 ? 1.1 : lag < LIVE_DELAY / 2 ? 0.9 : 1
    this.at = Math.min(this.at + dt * TICK_HZ * rate, this.source.edge())
    return []
  }

  private skip(lag: number): SourceResult[] {
    const first = !this.catching
    this.catching = true
    this.at = this.source.edge() - LIVE_DELAY
    return first ? [{ type: 'alert', alert: behindAlert(lag / TICK_HZ) }] : []
  }

  /** Keeps the two newest frames and acts on the stamp. */
  private take(results: readonly SourceResult[], how: 'read' | 'seek'): readonly SourceResult[] {
    this.fresh = false
    for (const r of results) {
      if (r.type === 'tick') {
        this.before = how === 'seek' ? r.view : this.after
        this.after = r.view
      } else if (r.type === 'stamp') this.obey(r, how)
    }
    return results
  }

  private obey(stamp: Stamp, how: 'read' | 'seek'): void {
    if (how === 'seek') {
      if (!stamp.arrived) return
      this.at = stamp.tick
      this.jumps++
      this.signal('arrive')
      return
    }
    if (!stamp.arrived) this.at = Math.min(this.at, stamp.tick)
    if (this.mode === 'paused') return
    if (stamp.end && this.at >= stamp.tick) this.signal('end')
    else this.signal(this.at >= this.source.edge() ? 'starve' : 'feed')
  }

  /** The view to draw now, between the two frames around the position. */
  view(out: ViewState): ViewState {
    const span = this.after.tick - this.before.tick
    const t = span > 0 ? (this.at - this.before.tick) / span : 0
    return blendViews(this.before, this.after, Math.min(1, Math.max(0, t)), { out, kinds: this.kinds })
  }

  /** Evidence up to the position. */
  events(): readonly EvidenceEvent[] {
    return this.source.eventsUntil(Math.floor(this.at))
  }
}
