// Inverse trigonometric functions with the kernels of fdlibm (Sun Microsystems 1993): + - * / and Math.sqrt only.
import { head } from './bits.ts'

const PI = 3.141592653589793116
const PI_TAIL = 1.2246467991473532e-16
const HALF_PI = 1.570796326794896558
const HALF_PI_TAIL = 6.12323399573676603587e-17
// atan(0.5), atan(1), atan(1.5), atan(infinity), each with its tail.
const ANCHOR = [4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1, HALF_PI] as const
const ANCHOR_TAIL = [
  2.26987774529616870924e-17,
  3.06161699786838301793e-17,
  1.39033110312309984516e-17,
  HALF_PI_TAIL,
] as const

/** Rational approximation of (asin(sqrt(z)) - sqrt(z)) / sqrt(z) for 0 <= z <= 0.25. */
function asinRest(z: number): number {
  const p =
    z *
    (1.66666666666666657415e-1 +
      z *
        (-3.25565818622400915405e-1 +
          z *
            (2.01212532134862925881e-1 +
              z * (-4.00555345006794114027e-2 + z * (7.91534994289814532176e-4 + z * 3.4793310759602116757e-5)))))
  const q =
    1 +
    z *
      (-2.40339491173441421878 +
        z * (2.02094576023350569471 + z * (-6.8828397160545329303e-1 + z * 7.70381505559019352791e-2)))
  return p / q
}

/** Exactly reproducible arc sine, rad. NaN outside -1..1. */
export function asin(x: number): number {
  const a = Math.abs(x)
  if (!(a <= 1)) return NaN
  if (a < 0.5) return a < 1e-8 ? x : x + x * asinRest(x * x)
  const z = (1 - a) * 0.5
  const s = Math.sqrt(z)
  const r = asinRest(z)
  const f = head(s)
  const c = s + f > 0 ? (z - f * f) / (s + f) : 0
  const near = HALF_PI - (2 * (s + s * r) - HALF_PI_TAIL)
  const far = 0.5 * HALF_PI - (2 * s * r - (HALF_PI_TAIL - 2 * c) - (0.5 * HALF_PI - 2 * f))
  const v = a > 0.975 ? near : far
  return x < 0 ? -v : v
}

/** Exactly reproducible arc cosine, rad. NaN outside -1..1. */
export function acos(x: number): number {
  if (!(x >= -1 && x <= 1)) return NaN
  if (x > -0.5 && x < 0.5) return HALF_PI - (x - (HALF_PI_TAIL - x * asinRest(x * x)))
  if (x < 0) {
    const z = (1 + x) * 0.5
    const s = Math.sqrt(z)
    return 2 * (HALF_PI - (s + (asinRest(z) * s - HALF_PI_TAIL)))
  }
  const z = (1 - x) * 0.5
  const s = Math.sqrt(z)
  const f = head(s)
  const c = s + f > 0 ? (z - f * f) / (s + f) : 0
  return 2 * (f + (asinRest(z) * s + c))
}

/** atan(t) = t - t * rest(t) for |t| <= 7/16. */
function atanRest(t: number): number {
  const z = t * t
  const w = z * z
  const even =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w * (6.66107313738753120669e-2 + w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2)))))
  const odd =
    w *
    (-1.99999999998764832476e-1 +
      w *
        (-1.1111110405462355788e-1 +
          w * (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))))
  return even + odd
}

function fromAnchor(i: 0 | 1 | 2 | 3, t: number): number {
  return ANCHOR[i] - (t * atanRest(t) - ANCHOR_TAIL[i] - t)
}

function atanPositive(a: number): number {
  if (a < 0.4375) return a < 1e-8 ? a : a - a * atanRest(a)
  if (a < 0.6875) return fromAnchor(0, (2 * a - 1) / (2 + a))
  if (a < 1.1875) return fromAnchor(1, (a - 1) / (a + 1))
  if (a < 2.4375) return fromAnchor(2, (a - 1.5) / (1 + 1.5 * a))
  return fromAnchor(3, -1 / a)
}

/** Exactly reproducible arc tangent, rad, in +-pi/2. */
export function atan(x: number): number {
  return x < 0 ? -atanPositive(-x) : x === 0 ? x : atanPositive(x)
}

/** Exactly reproducible angle of the point (x, y), rad, in -pi..pi; signs of zero as in IEEE 754. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  const back = x < 0 || Object.is(x, -0)
  const below = y < 0 || Object.is(y, -0)
  const ax = Math.abs(x)
  const ay = Math.abs(y)
  if (ay > 0 && (ax < ay * 1e-18 || (ay === Infinity && ax !== Infinity))) return below ? -HALF_PI : HALF_PI
  let v = ay > 0 ? atanPositive(ay === ax ? 1 : ay / ax) : 0
  if (back) v = PI - (v - PI_TAIL)
  return below ? -v : v
}
