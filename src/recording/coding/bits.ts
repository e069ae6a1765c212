// Adaptive chances of single bits. Integer and exact double arithmetic only: every engine computes the same chances.

/** Learning rate after n observations: 1 / (n + 1.6), so that a fresh context settles within a few bits. */
const RATE = Float64Array.from({ length: 256 }, (_, n) => 1 / (n + 1.6))
/** Observations after which the estimate stops slowing down: one that follows changes and one that averages. */
const FAST = 24
const SLOW = 250
const HALF = 32768
/** No bit is ever held for impossible: the cheapest costs about 0.001 bit. */
const SURE = 24

/** Chance resolution of the range coder: 15 bits. */
export const CHANCE_BITS = 15
const CHANCE_MAX = 32768 - SURE

/** A table of adaptive bits, each the mean of a fast and a slow estimate of the chance of a 0. */
export class BitTable {
  private readonly fast: Uint16Array
  private readonly slow: Uint16Array
  private readonly seen: Uint8Array

  constructor(size: number) {
    this.fast = new Uint16Array(size).fill(HALF)
    this.slow = new Uint16Array(size).fill(HALF)
    this.seen = new Uint8Array(size)
  }

  /** Chance that bit `i` is 0, in 1/32768. */
  chance(i: number): number {
    const p = ((this.fast[i] ?? HALF) + (this.slow[i] ?? HALF)) >>> 2
    return p < SURE ? SURE : p > CHANCE_MAX ? CHANCE_MAX : p
  }

  learn(i: number, bit: number): void {
    const n = this.seen[i] ?? 0
    const goal = bit ? 0 : 65535
    const f = this.fast[i] ?? HALF
    const s = this.slow[i] ?? HALF
    this.fast[i] = f + Math.trunc((goal - f) * (RATE[n < FAST ? n : FAST] ?? 0))
    this.slow[i] = s + Math.trunc((goal - s) * (RATE[n] ?? 0))
    if (n < SLOW) this.seen[i] = n + 1
  }
}
