// Watching a track: replay, ghost, side by side (SPEC R21).
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import { countEvents, type AttemptSource, type Capabilities, type SourceInfo, type SourceResult } from './source.ts'
import type { Track } from './track.ts'
import { FRAME_TICKS } from './trackWriter.ts'

/** Frames given in one answer. */
const BUDGET = 300

export class TrackSource implements AttemptSource {
  readonly kind = 'track'
  readonly capabilities: Capabilities = { seek: true, speed: true, exact: false, live: false }
  private readonly track: Track
  private next = 0
  private nextEvent = 0
  private jump = 0

  constructor(track: Track) {
    this.track = track
  }

  initialize(): SourceInfo {
    return { layout: this.track.header.layout, ticks: this.edge() }
  }

  edge(): number {
    return Math.max(0, this.track.frames - 1) * FRAME_TICKS
  }

  read(tick: number): readonly SourceResult[] {
    const out: SourceResult[] = []
    const wanted = Math.min(Math.floor(tick / FRAME_TICKS), this.track.frames - 1)
    const last = Math.min(wanted, this.next + BUDGET - 1)
    for (; this.next <= last; this.next++) {
      out.push({ type: 'tick', tick: this.next * FRAME_TICKS, view: this.track.frame(this.next) })
      this.pushEvents(out)
    }
    return [...out, this.stamp(this.next > wanted)]
  }

  private pushEvents(out: SourceResult[]): void {
    const until = this.countUntil(this.next * FRAME_TICKS)
    for (const event of this.track.events.slice(this.nextEvent, until)) out.push({ type: 'evidence', event })
    this.nextEvent = until
  }

  private stamp(arrived: boolean): SourceResult {
    const tick = Math.max(0, this.next - 1) * FRAME_TICKS
    return { type: 'stamp', tick, jump: this.jump, arrived, end: this.next >= this.track.frames }
  }

  seek(tick: number): readonly SourceResult[] {
    const frame = Math.max(0, Math.min(Math.floor(tick / FRAME_TICKS), this.track.frames - 1))
    if (this.track.frames === 0) return [this.stamp(true)]
    this.jump++
    this.next = frame + 1
    this.nextEvent = this.countUntil(frame * FRAME_TICKS)
    const at = frame * FRAME_TICKS
    return [{ type: 'tick', tick: at, view: this.track.frame(frame) }, this.stamp(true)]
  }

  /** The last frame may be two ticks short of the end: what those testified belongs to it. */
  private countUntil(tick: number): number {
    const { events } = this.track
    return tick < this.edge() ? countEvents(events, tick) : events.length
  }

  eventsUntil(tick: number): readonly EvidenceEvent[] {
    return this.track.events.slice(0, this.countUntil(tick))
  }

  close(): void {
    this.next = this.track.frames
  }
}
