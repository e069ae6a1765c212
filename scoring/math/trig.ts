// Sine, cosine and tangent from + - * / and Math.floor alone: IEEE 754 fixes each of them, so all engines agree to the
// last bit. Reduction after Cody and Waite 1980 (ch. 8); kernels are those of fdlibm (Sun Microsystems 1993).
const TWO_OVER_PI = 0.6366197723675814
// pi/2 as 33 + 33 bits and a tail, so that n * part is exact for |n| < 2^20.
const HALF_PI_1 = 1.57079632673412561417
const HALF_PI_2 = 6.0771005063039659766e-11
const HALF_PI_TAIL = 2.02226624879595063154e-21
const LARGEST = 1e6

const S1 = -1.66666666666666324348e-1
const S2 = 8.33333333332248946124e-3
const S3 = -1.98412698298579493134e-4
const S4 = 2.75573137070700676789e-6
const S5 = -2.50507602534068634195e-8
const S6 = 1.58969099521155010221e-10
const C1 = 4.16666666666666019037e-2
const C2 = -1.38888888888741095749e-3
const C3 = 2.48015872894767294178e-5
const C4 = -2.75573143513906633035e-7
const C5 = 2.0875723212981748279e-9
const C6 = -1.13596475577881948265e-11

/** sin(x + y) for |x| <= pi/4, y the tail of x. */
function kernelSin(x: number, y: number): number {
  const z = x * x
  const r = S2 + z * (S3 + z * S4) + z * (z * z) * (S5 + z * S6)
  const v = z * x
  return x - (z * (0.5 * y - v * r) - y - v * S1)
}

/** cos(x + y) for |x| <= pi/4, y the tail of x. */
function kernelCos(x: number, y: number): number {
  const z = x * x
  const zz = z * z
  const r = z * (C1 + z * (C2 + z * C3)) + zz * zz * (C4 + z * (C5 + z * C6))
  const half = 0.5 * z
  const w = 1 - half
  return w + (1 - w - half + (z * r - x * y))
}

// Result of the last reduction; a pair would be a new object in every call.
let reduced = 0
let tail = 0

/** Leaves x - n pi/2 in `reduced` + `tail`; returns n modulo 4. @throws RangeError outside +-1e6 rad */
function reduce(x: number, name: string): number {
  if (!(x >= -LARGEST && x <= LARGEST)) {
    throw new RangeError(`${name}: got ${x}, expected a finite angle within +-1e6 rad; wrap or check the angle before`)
  }
  if (x > -0.78 && x < 0.78) {
    reduced = x
    tail = 0
    return 0
  }
  const n = Math.floor(x * TWO_OVER_PI + 0.5)
  const first = x - n * HALF_PI_1
  const second = first - n * HALF_PI_2
  const w = n * HALF_PI_TAIL - (first - second - n * HALF_PI_2)
  reduced = second - w
  tail = second - reduced - w
  return ((n % 4) + 4) % 4
}

/** Exactly reproducible sine. @param x angle, rad, |x| <= 1e6 @throws RangeError outside that range or for NaN */
export function sin(x: number): number {
  const quadrant = reduce(x, 'sin')
  const v = quadrant % 2 === 0 ? kernelSin(reduced, tail) : kernelCos(reduced, tail)
  return quadrant < 2 ? v : -v
}

/** Exactly reproducible cosine. @param x angle, rad, |x| <= 1e6 @throws RangeError outside that range or for NaN */
export function cos(x: number): number {
  const quadrant = reduce(x, 'cos')
  const v = quadrant % 2 === 0 ? kernelCos(reduced, tail) : kernelSin(reduced, tail)
  return quadrant === 1 || quadrant === 2 ? -v : v
}

/** Exactly reproducible tangent, within 2 units of the last place. @param x angle, rad, |x| <= 1e6 @throws RangeError */
export function tan(x: number): number {
  const quadrant = reduce(x, 'tan')
  const s = kernelSin(reduced, tail)
  const c = kernelCos(reduced, tail)
  return quadrant % 2 === 0 ? s / c : -c / s
}
