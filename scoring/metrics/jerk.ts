import { log } from '../math/index.ts'

/**
 * Dimensionless jerk of a speed profile (negative); null when there was no motion. Formula and sign of Balasubramanian et al.
 * 2015, J NeuroEng Rehabil, doi 10.1186/s12984-015-0090-9. Check: v = exp(-5 t^2), t = -1..0.99 step 0.01 gives -335.74684.
 */
export function dimensionlessJerk(v: readonly number[], hz: number): number | null {
  const peak = v.reduce((m, x) => Math.max(m, Math.abs(x)), 0)
  if (!(peak > 0) || v.length < 3) return null
  const seconds = v.length / hz
  let sum = 0
  for (let i = 2; i < v.length; i++) {
    const jerk = ((v[i] ?? 0) - 2 * (v[i - 1] ?? 0) + (v[i - 2] ?? 0)) * hz * hz
    sum += jerk * jerk
  }
  return (-sum / hz) * ((seconds * seconds * seconds) / (peak * peak))
}

/** Log dimensionless jerk; nearer 0 = smoother. Check: the profile above gives -5.81636. */
export function logDimensionlessJerk(v: readonly number[], hz: number): number | null {
  const jerk = dimensionlessJerk(v, hz)
  return jerk === null || jerk === 0 ? null : -log(Math.abs(jerk))
}
