// The bits of a double, read and written little-endian whatever the machine.
const view = new DataView(new ArrayBuffer(8))

/** Upper 32 bits (sign, exponent, 20 bits of fraction) as a signed integer. */
export function highWord(x: number): number {
  view.setFloat64(0, x, true)
  return view.getInt32(4, true)
}

/** `x` with its lower 32 bits cleared: the head of a two-part number. */
export function head(x: number): number {
  view.setFloat64(0, x, true)
  view.setInt32(0, 0, true)
  return view.getFloat64(0, true)
}

/** `x` with its upper 32 bits replaced. */
export function withHighWord(x: number, high: number): number {
  view.setFloat64(0, x, true)
  view.setInt32(4, high, true)
  return view.getFloat64(0, true)
}

/** Exactly 2^n. @param n integer, -1022..1023 */
export function powerOfTwo(n: number): number {
  view.setInt32(0, 0, true)
  view.setInt32(4, (n + 1023) << 20, true)
  return view.getFloat64(0, true)
}

/** x * 2^n with one rounding at most in the normal range. @param n integer, -2000..1024 */
export function scaleByTwo(x: number, n: number): number {
  if (n > 1023) return x * powerOfTwo(1023) * powerOfTwo(n - 1023)
  if (n >= -1022) return x * powerOfTwo(n)
  return x * powerOfTwo(Math.max(n + 1000, -1022)) * powerOfTwo(-1000)
}
