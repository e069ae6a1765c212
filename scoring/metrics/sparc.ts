import { amplitudes } from './spectrum.ts'

/** Four levels of zero padding. */
const PADDING = 16
const CUTOFF_HZ = 10
const THRESHOLD = 0.05

/** Indices of the first and last component below the cut-off whose share of the largest reaches the threshold. */
function band(a: Float64Array, largest: number, last: number): readonly [number, number] {
  let [from, to] = [-1, -1]
  for (let i = 0; i <= last; i++) {
    if ((a[i] ?? 0) / largest < THRESHOLD) continue
    if (from < 0) from = i
    to = i
  }
  return [from, to]
}

/**
 * Spectral arc length of a speed profile; nearer 0 = smoother; null when there was no motion.
 * Balasubramanian et al. 2015, J NeuroEng Rehabil, doi 10.1186/s12984-015-0090-9, with its author's defaults (10 Hz, 0.05,
 * 4 levels of zero padding). Check: v = exp(-5 t^2), t = -1..0.99 step 0.01 gives -1.41403.
 */
export function sparc(v: readonly number[], hz: number): number | null {
  let size = 1
  while (size < v.length) size *= 2
  size *= PADDING
  const a = amplitudes(v, size)
  const largest = a.reduce((m, x) => Math.max(m, x), 0)
  if (!(largest > 0)) return null
  const step = hz / size
  const [from, to] = band(a, largest, Math.min(Math.floor(CUTOFF_HZ / step), size - 1))
  if (to <= from) return null
  let sum = 0
  for (let i = from + 1; i <= to; i++) {
    const df = 1 / (to - from)
    const da = ((a[i] ?? 0) - (a[i - 1] ?? 0)) / largest
    sum += Math.sqrt(df * df + da * da)
  }
  return -sum
}
