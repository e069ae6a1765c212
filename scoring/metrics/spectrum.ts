import { cos, sin } from '../math/index.ts'

function bitReversed(x: readonly number[], size: number): Float64Array {
  const out = new Float64Array(size)
  let j = 0
  for (let i = 0; i < size; i++) {
    out[j] = x[i] ?? 0
    let bit = size >> 1
    for (; bit > 0 && j & bit; bit >>= 1) j ^= bit
    j |= bit
  }
  return out
}

interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** Joins the transforms of two halves of `half` values that begin at `at`. */
function butterfly(c: Complex, at: number, half: number, w: Complex): void {
  const stride = w.re.length / half
  for (let k = 0; k < half; k++) {
    const [wr, wi] = [w.re[k * stride] ?? 0, w.im[k * stride] ?? 0]
    const [i, j] = [at + k, at + k + half]
    const [br, bi] = [c.re[j] ?? 0, c.im[j] ?? 0]
    const [tr, ti] = [br * wr - bi * wi, br * wi + bi * wr]
    const [ar, ai] = [c.re[i] ?? 0, c.im[i] ?? 0]
    c.re[i] = ar + tr
    c.im[i] = ai + ti
    c.re[j] = ar - tr
    c.im[j] = ai - ti
  }
}

/** Size of each component of the discrete Fourier transform, zero-padded to `size` (a power of two). */
export function amplitudes(x: readonly number[], size: number): Float64Array {
  const c: Complex = { re: bitReversed(x, size), im: new Float64Array(size) }
  const half = size / 2
  const w: Complex = { re: new Float64Array(half), im: new Float64Array(half) }
  for (let k = 0; k < half; k++) {
    const angle = (-2 * Math.PI * k) / size
    w.re[k] = cos(angle)
    w.im[k] = sin(angle)
  }
  for (let h = 1; h < size; h *= 2) for (let at = 0; at < size; at += 2 * h) butterfly(c, at, h, w)
  return c.re.map((re, i) => Math.sqrt(re * re + (c.im[i] ?? 0) * (c.im[i] ?? 0)))
}
