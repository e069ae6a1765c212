import { tan } from '../math/index.ts'

/** Name, order and cut-off of the filter that every motion metric of a hand-held tool uses. */
export const MOTION_FILTER = 'butterworth2-6hz-zero-phase'
const CUTOFF_HZ = 6

interface Coefficients {
  readonly b0: number
  readonly b1: number
  readonly a1: number
  readonly a2: number
}

/** Second-order Butterworth low-pass by the bilinear transform. */
function lowPass(cutoff_hz: number, hz: number): Coefficients {
  const k = tan((Math.PI * cutoff_hz) / hz)
  const norm = 1 / (1 + Math.SQRT2 * k + k * k)
  const b0 = k * k * norm
  return { b0, b1: 2 * b0, a1: 2 * (k * k - 1) * norm, a2: (1 - Math.SQRT2 * k + k * k) * norm }
}

/** One pass; the state starts as if the first value had stood for ever. */
function pass(x: readonly number[], c: Coefficients): number[] {
  const first = x[0] ?? 0
  let [x1, x2, y1, y2] = [first, first, first, first]
  return x.map((v) => {
    const y = c.b0 * v + c.b1 * x1 + c.b0 * x2 - c.a1 * y1 - c.a2 * y2
    x2 = x1
    x1 = v
    y2 = y1
    y1 = y
    return y
  })
}

/** One second before and after, mirrored through the end points, so that ends do not bend. */
function mirrored(x: readonly number[], pad: number): number[] {
  const first = x[0] ?? 0
  const last = x[x.length - 1] ?? 0
  const before = Array.from({ length: pad }, (_, i) => 2 * first - (x[pad - i] ?? first))
  const after = Array.from({ length: pad }, (_, i) => 2 * last - (x[x.length - 2 - i] ?? last))
  return [...before, ...x, ...after]
}

/**
 * Low-pass forwards and backwards (no delay), 6 Hz: at 0.5 mm of jitter it brings SPARC back to its noise-free value
 * (unfiltered -1.78 instead of -1.40). @param hz samples per second, more than 12
 */
export function smooth(x: readonly number[], hz: number): number[] {
  if (x.length < 3 || hz <= 2 * CUTOFF_HZ) return [...x]
  const pad = Math.min(Math.round(hz), x.length - 1)
  const c = lowPass(CUTOFF_HZ, hz)
  const there = pass(mirrored(x, pad), c)
  const back = pass(there.reverse(), c).reverse()
  return back.slice(pad, pad + x.length)
}
