// What the tutorial measures of a device and a person: jitter of a still hand, and reaction to a sudden give.
import { add, distance, nlerp, scale, ZERO, type Pose, type Quat } from '../../scoring/math/index.ts'
import { angleBetween } from './toolMotion.ts'

export interface Jitter {
  /** Root mean square distance from the mean place, mm. */
  readonly jitter_mm: number
  /** Root mean square angle from the mean rotation, deg. */
  readonly jitter_deg: number
}

const DEG = 180 / Math.PI
/** Fewer samples say nothing about a device: a second at 30 Hz. */
const FEWEST = 30
/** Slow drift of an arm is no jitter: the mean follows it over about this long, s (design value). */
const DRIFT_S = 0.5

const rms = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length)

/** A pose with the time at which it was seen, ms. */
export interface TimedPose extends Pose {
  readonly time_ms: number
}

/** Middle of the poses within half of DRIFT_S of number `i`. */
function middle(poses: readonly TimedPose[], i: number): Pose {
  const at = poses[i]?.time_ms ?? 0
  const near = poses.filter((p) => Math.abs(p.time_ms - at) <= DRIFT_S * 500)
  const p = scale(
    near.reduce((sum, x) => add(sum, x.p), ZERO),
    1 / near.length,
  )
  const q = near.reduce<{ q: Quat; n: number }>((m, x) => ({ q: nlerp(m.q, x.q, 1 / (m.n + 1)), n: m.n + 1 }), {
    q: near[0]?.q ?? [0, 0, 0, 1],
    n: 0,
  }).q
  return { p, q }
}

/**
 * Jitter of a hand that was asked to keep still (3 s): deviation from its own slow drift.
 * @returns null when there are too few tracked samples
 */
export function jitterOf(poses: readonly TimedPose[]): Jitter | null {
  if (poses.length < FEWEST) return null
  const means = poses.map((_, i) => middle(poses, i))
  return {
    jitter_mm: rms(poses.map((x, i) => distance(x.p, means[i]?.p ?? x.p))) * 1000,
    jitter_deg: rms(poses.map((x, i) => angleBetween(x.q, means[i]?.q ?? x.q))) * DEG,
  }
}

/** One trial: the tissue gives way, the learner stops pushing. */
export interface StopTrial {
  /** When it gave way, ms. */
  readonly pop_ms: number
  /** Depth that the hand asked for, over time. */
  readonly path: readonly { readonly time_ms: number; readonly depth_mm: number }[]
}

/** Slower than this share of the speed before the pop is a stop (design value). */
const STOPPED = 0.1
/** Nobody reacts faster; such a stop was an accident (fastest human reaction to touch or sound, design value). */
const SOONEST_MS = 80
const LONGEST_MS = 2000

/** Time from the pop to the first moment that the hand has stopped; null when it never did or stopped by accident. */
export function reactionIn(trial: StopTrial): number | null {
  const speeds = trial.path.slice(1).map((b, i) => {
    const a = trial.path[i] ?? b
    return { time_ms: b.time_ms, mm_s: ((b.depth_mm - a.depth_mm) / Math.max(b.time_ms - a.time_ms, 1)) * 1000 }
  })
  const before = speeds.filter((s) => s.time_ms <= trial.pop_ms && s.time_ms > trial.pop_ms - 300)
  const pace = before.reduce((sum, s) => sum + s.mm_s, 0) / before.length
  if (!(pace > 0)) return null
  const stop = speeds.find((s) => s.time_ms > trial.pop_ms && s.mm_s < pace * STOPPED)
  const ms = stop ? stop.time_ms - trial.pop_ms : Infinity
  return ms >= SOONEST_MS && ms <= LONGEST_MS ? ms : null
}

/** Middle value of the trials that count, ms; null when none does. */
export function reactionOf(trials: readonly StopTrial[]): number | null {
  const good = trials
    .map(reactionIn)
    .filter((ms) => ms !== null)
    .sort((a, b) => a - b)
  const [low, high] = [good[Math.floor((good.length - 1) / 2)], good[Math.ceil((good.length - 1) / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
