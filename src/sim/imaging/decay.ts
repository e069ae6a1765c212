// e^-x and ln x from + - * / and sqrt alone, for attenuation and film; not for the tick's mechanics.

/** e^-x for x >= 0; relative error below 1e-6 up to x = 12. */
export function decay(x: number): number {
  const y = x / 1024
  let e = 1 - y * (1 - (y / 2) * (1 - (y / 3) * (1 - y / 4)))
  for (let i = 0; i < 10; i++) e *= e
  return e
}

const LN2 = 0.6931471805599453

/** Natural logarithm of x > 0 (atanh series on 0.7..1.42; error below 1e-9). */
export function ln(x: number): number {
  let m = x
  let n = 0
  while (m > Math.SQRT2) {
    m /= 2
    n++
  }
  while (m < Math.SQRT1_2) {
    m *= 2
    n--
  }
  const t = (m - 1) / (m + 1)
  const q = t * t
  return n * LN2 + 2 * t * (1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q / 11)))))
}
