// Layer transitions with hysteresis (SPEC S14): a tremor at a boundary is one transition, not a hundred.
import type { NeedleState } from './needle.ts'

/** Depth beyond a boundary and ticks in a row before a transition counts (design values, detection limits). */
export const ENTER_MM = 0.3
export const EXIT_MM = 0.3
export const CONFIRM_TICKS = 3

export interface LayerChange {
  readonly kind: 'enter' | 'exit'
  readonly layer: number
  /** Depth of the layer's surface along the axis, m. */
  readonly depth_m: number
  /** Tip force at which it gave way; 0 when an old channel is entered again. */
  readonly peak_n: number
}

/** Depths at which the segments begin, m. */
function boundaries(n: NeedleState): number[] {
  let from = 0
  return n.segments.map((s) => {
    const start = from
    from += s.length
    return start
  })
}

/** Segment that the tip is in when every boundary is shifted against leaving the present one. */
function wanted(n: NeedleState, starts: readonly number[]): number {
  let at = n.at
  while (at + 1 < starts.length && n.depth > (starts[at + 1] ?? 0) + ENTER_MM * 1e-3) at++
  if (at > n.at) return at
  while (at >= 0 && n.depth < (starts[at] ?? 0) - EXIT_MM * 1e-3) at--
  return at
}

/** Advances the rule by one tick; returns the layers entered (outer first) or left (inner first). */
export function trackLayers(n: NeedleState): LayerChange[] {
  const starts = boundaries(n)
  const next = wanted(n, starts)
  if (next === n.at) {
    n.candidateTicks = 0
    return []
  }
  const sameWay = n.candidateTicks > 0 && next > n.at === n.candidate > n.at
  n.candidate = next
  n.candidateTicks = sameWay ? n.candidateTicks + 1 : 1
  if (n.candidateTicks < CONFIRM_TICKS) return []
  n.candidateTicks = 0
  const changes: LayerChange[] = []
  while (n.at < next) {
    n.at++
    changes.push(change('enter', n, starts))
  }
  while (n.at > next) {
    changes.push(change('exit', n, starts))
    n.at--
  }
  return changes
}

function change(kind: 'enter' | 'exit', n: NeedleState, starts: readonly number[]): LayerChange {
  const s = n.segments[n.at]
  const peak_n = kind === 'enter' ? (s?.peak_n ?? 0) : 0
  if (kind === 'enter' && s) s.peak_n = 0
  return { kind, layer: s?.layer ?? 0, depth_m: starts[n.at] ?? 0, peak_n }
}

/** Everything that is still entered when the needle is pulled out whole. */
export function leaveLayers(n: NeedleState): LayerChange[] {
  const starts = boundaries(n)
  const changes: LayerChange[] = []
  while (n.at >= 0) {
    changes.push(change('exit', n, starts))
    n.at--
  }
  return changes
}
