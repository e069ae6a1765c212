// Exponential, logarithm and power with the kernels of fdlibm (Sun Microsystems 1993): arithmetic and bits only.
import { head, highWord, powerOfTwo, scaleByTwo, withHighWord } from './bits.ts'

const LN2_HEAD = 6.9314718036912381649e-1
const LN2_TAIL = 1.90821492927058770002e-10
const ONE_OVER_LN2 = 1.442695040888963387

/** x (e^x + 1) / (e^x - 1) - 2 in powers of t = x^2, |x| <= ln(2) / 2. */
function expRest(t: number): number {
  return (
    t *
    (1.66666666666666019037e-1 +
      t *
        (-2.77777777770155933842e-3 +
          t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  )
}

/** Exactly reproducible e^x. Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN
  if (x > 709.782712893383973096) return Infinity
  if (x < -745.13321910194110842) return 0
  const k = Math.abs(x) <= 0.34657359027997264 ? 0 : Math.trunc(ONE_OVER_LN2 * x + (x < 0 ? -0.5 : 0.5))
  const hi = x - k * LN2_HEAD
  const lo = k * LN2_TAIL
  const r = hi - lo
  const c = r - expRest(r * r)
  const y = 1 - (lo - (r * c) / (2 - c) - hi)
  return scaleByTwo(y, k)
}

/** log(1 + f) - f + f^2 / 2 over f / (2 + f) = s, without its leading s * f^2 / 2. */
function logRest(s: number): number {
  const z = s * s
  const w = z * z
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  return odd + even
}

/** Exactly reproducible natural logarithm. -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  const tiny = x < 2.2250738585072014e-308
  const scaled = tiny ? x * powerOfTwo(54) : x
  // Adds the distance from sqrt(1/2) to 1, so that the mantissa falls into sqrt(1/2)..sqrt(2).
  const high = highWord(scaled) + (0x3ff00000 - 0x3fe6a09e)
  const k = (high >> 20) - 0x3ff - (tiny ? 54 : 0)
  const f = withHighWord(scaled, (high & 0x000fffff) + 0x3fe6a09e) - 1
  const half = 0.5 * f * f
  const s = f / (2 + f)
  return s * (half + logRest(s)) + k * LN2_TAIL - half + f + k * LN2_HEAD
}

// log2 of a positive normal number as head and tail; a pair would be a new object in every call.
let log2Head = 0
let log2Tail = 0

function log2InParts(a: number): void {
  const exponent = (highWord(a) >> 20) - 0x3ff
  const fraction = highWord(a) & 0xfffff
  const middle = fraction > 0x3988e && fraction < 0xbb67a
  const up = fraction >= 0xbb67a
  const n = exponent + (up ? 1 : 0)
  const high = (fraction | 0x3ff00000) - (up ? 0x00100000 : 0)
  const m = withHighWord(a, high)
  const anchor = middle ? 1.5 : 1
  const u = m - anchor
  const v = 1 / (m + anchor)
  const ss = u * v
  const sh = head(ss)
  const th = withHighWord(0, ((high >> 1) | 0x20000000) + 0x00080000 + (middle ? 0x40000 : 0))
  const sl = v * (u - sh * th - sh * (m - (th - anchor)))
  sumLog2(ss, sh, sl, { n, middle })
}

function sumLog2(ss: number, sh: number, sl: number, at: { n: number; middle: boolean }): void {
  const s2 = ss * ss
  const series =
    5.99999999999994648725e-1 +
    s2 *
      (4.28571428578550184252e-1 +
        s2 *
          (3.33333329818377432918e-1 +
            s2 * (2.72728123808534006489e-1 + s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1))))
  const r = s2 * s2 * series + sl * (sh + ss)
  const sh2 = sh * sh
  const th = head(3 + sh2 + r)
  const tl = r - (th - 3 - sh2)
  const u = sh * th
  const v = sl * th + tl * ss
  const ph = head(u + v)
  const pl = v - (ph - u)
  const zh = 9.61796700954437255859e-1 * ph
  const zl =
    -7.02846165095275826516e-9 * ph + pl * 9.61796693925975554329e-1 + (at.middle ? 1.35003920212974897128e-8 : 0)
  const anchor = at.middle ? 5.84962487220764160156e-1 : 0
  log2Head = head(zh + zl + anchor + at.n)
  log2Tail = zl - (log2Head - at.n - anchor - zh)
}

/** 2^(ph + pl), |ph + pl| < 1075. */
function exp2InParts(ph: number, pl: number): number {
  const n = Math.floor(ph + pl + 0.5)
  const rest = ph - n
  const t = head(pl + rest)
  const u = t * 6.93147182464599609375e-1
  const v = (pl - (t - rest)) * 6.93147180559945286227e-1 + t * -1.90465429995776804525e-9
  const z = u + v
  const w = v - (z - u)
  const t1 = z - expRest(z * z)
  const r = (z * t1) / (t1 - 2) - (w + z * w)
  return scaleByTwo(1 - (r - z), n)
}

function powPositive(x: number, y: number): number {
  const tiny = x < 2.2250738585072014e-308
  log2InParts(tiny ? x * powerOfTwo(54) : x)
  if (tiny) log2Head -= 54
  const y1 = head(y)
  const pl = (y - y1) * log2Head + y * log2Tail
  const ph = y1 * log2Head
  if (ph + pl >= 1024) return Infinity
  if (ph + pl <= -1075) return 0
  return exp2InParts(ph, pl)
}

/** Cases of `pow` that need no logarithm; null when there is none. */
function powSpecial(x: number, y: number): number | null {
  if (y === 0) return 1
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  const a = Math.abs(x)
  const odd = Math.abs(y) < 9007199254740992 && Math.abs(y % 2) === 1
  if (Math.abs(y) === Infinity) return a === 1 ? NaN : a > 1 === y > 0 ? Infinity : 0
  if (a === 0 || a === Infinity) {
    const v = (a === 0) === y > 0 ? 0 : Infinity
    return odd && (x < 0 || Object.is(x, -0)) ? -v : v
  }
  if (x < 0 && Math.trunc(y) !== y) return NaN
  if (y === 1 || x === 1) return x
  return y === 2 ? x * x : null
}

/** Exactly reproducible x^y. NaN for a negative base with a broken exponent, as in Math.pow. */
export function pow(x: number, y: number): number {
  const special = powSpecial(x, y)
  if (special !== null) return special
  if (y === 0.5) return Math.sqrt(x)
  if (Math.abs(y) > 1e19) return Math.abs(x) === 1 ? 1 : Math.abs(x) > 1 === y > 0 ? Infinity : 0
  const v = powPositive(Math.abs(x), y)
  return x < 0 && Math.abs(y % 2) === 1 ? -v : v
}
