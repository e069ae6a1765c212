// One face for everything that can be watched: a track, an exact re-run, a live session (SPEC R21).
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import type { ViewLayout, ViewState } from '../sim/index.ts'
import type { Alert } from './alert.ts'

/** What a source can do; a page asks this, never what class it is. */
export interface Capabilities {
  /** May be sought in. */
  readonly seek: boolean
  /** May be played at other speeds. */
  readonly speed: boolean
  /** Every number is the simulation's own; else it is rounded as a track rounds. */
  readonly exact: boolean
  /** New ticks arrive while it is watched. */
  readonly live: boolean
}

export type SourceResult =
  /** A frame; the view is the reader's to keep. */
  | { readonly type: 'tick'; readonly tick: number; readonly view: ViewState }
  | { readonly type: 'evidence'; readonly event: EvidenceEvent }
  | { readonly type: 'alert'; readonly alert: Alert }
  /** The last result of every answer: how far the source has come. */
  | Stamp

export interface Stamp {
  readonly type: 'stamp'
  readonly tick: number
  /** Raised by one with every seek that arrived: the one mark of discontinuity. Whoever keeps anything drops it then. */
  readonly jump: number
  /** False when the source stopped for its budget and must be asked again. */
  readonly arrived: boolean
  /** Nothing comes after this tick. */
  readonly end: boolean
}

export interface SourceInfo {
  readonly layout: ViewLayout
  /** Ticks in all; null while a live session runs. */
  readonly ticks: number | null
}

export interface AttemptSource {
  readonly kind: 'track' | 'file' | 'live'
  readonly capabilities: Capabilities
  /** Called once, first; the source then stands before tick 0. */
  initialize(): SourceInfo
  /** Frames (every third tick) and evidence after the last answer, up to and with `tick`. Never goes back. */
  read(tick: number): readonly SourceResult[]
  /** Goes to the frame at or before `tick` and gives it. @throws RangeError when it cannot be sought in */
  seek(tick: number): readonly SourceResult[]
  /** Evidence of the first `tick` ticks, as far as the source has come: what a page shows after a jump. */
  eventsUntil(tick: number): readonly EvidenceEvent[]
  /** Newest tick that could be read now. */
  edge(): number
  close(): void
}

/** How many events the first `tick` ticks testified (ticks count from 0); events stand in order. */
export function countEvents(events: readonly EvidenceEvent[], tick: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((events[middle]?.tick ?? 0) < tick) low = middle + 1
    else high = middle
  }
  return low
}

/** The events that the first `tick` ticks testified. */
export function eventsUpTo(events: readonly EvidenceEvent[], tick: number): readonly EvidenceEvent[] {
  return events.slice(0, countEvents(events, tick))
}
