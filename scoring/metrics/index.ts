// Motion metrics by name. All are trends of the learner's own and never enter a score (SPEC G50).
import { smooth } from './filter.ts'
import { logDimensionlessJerk } from './jerk.ts'
import { pathLength, speed } from './pathLength.ts'
import { sparc } from './sparc.ts'

export const METRICS = ['path_length', 'sparc', 'ldlj', 'economy'] as const
export type MetricName = (typeof METRICS)[number]

/** Unit of a metric over coordinates in `unit`. */
export function metricUnit(metric: MetricName, unit: string): string {
  return metric === 'path_length' ? unit : '1'
}

/**
 * A metric over tool coordinates sampled at `hz`, after the named filter (`MOTION_FILTER`); null when there was no motion.
 * @example computeMetric('path_length', [[0, 3], [0, 4]], 30) // 5
 */
export function computeMetric(metric: MetricName, axes: readonly (readonly number[])[], hz: number): number | null {
  const smoothed = axes.map((a) => smooth(a, hz))
  const n = smoothed[0]?.length ?? 0
  if (n < 2) return null
  if (metric === 'path_length') return pathLength(smoothed)
  if (metric === 'sparc') return sparc(speed(smoothed, hz), hz)
  if (metric === 'ldlj') return logDimensionlessJerk(speed(smoothed, hz), hz)
  const ends = smoothed.map((a) => [a[0] ?? 0, a[n - 1] ?? 0])
  const path = pathLength(smoothed)
  return path > 0 ? pathLength(ends) / path : null
}
