// Signed whole numbers of 32 bits: length in bits by unary decisions, leading mantissa bits and sign learned, rest raw.
import { BitTable } from './bits.ts'
import type { Coder } from './rangeCoder.ts'

/** Contexts that a caller may choose from, by the size that it expects. */
export const CONTEXTS = 16
const LENGTHS = 33
/** Mantissa bits below the leading one that are learned. */
const LEARNED = 2

/** The context for an expected magnitude: 0 for none, then one for each doubling. */
export function contextOf(expected: number): number {
  let n = 0
  for (let x = expected * 2; x >= 1 && n < CONTEXTS - 1; x *= 0.5) n++
  return n
}

export class IntModel {
  private readonly lengths: BitTable
  private readonly mantissas: BitTable
  private readonly signs = new BitTable(3)
  private lastSign = 0

  constructor(contexts = CONTEXTS) {
    this.lengths = new BitTable(contexts * LENGTHS)
    this.mantissas = new BitTable(contexts * LENGTHS * 4)
  }

  /** Codes `value` (32 bits, signed; wraps) in context `context`; returns what was written or read. */
  code(c: Coder, value: number, context: number): number {
    const magnitude = value < 0 ? -value : value
    const bits = magnitude >= 2147483648 ? 32 : 32 - Math.clz32(magnitude)
    const row = context * LENGTHS
    let n = 0
    while (n < 32 && c.bit(this.lengths, row + n, n < bits ? 1 : 0)) n++
    if (n === 0) {
      this.lastSign = 0
      return 0
    }
    const size = this.mantissa(c, magnitude, n, row)
    const negative = c.bit(this.signs, this.lastSign, value < 0 ? 1 : 0)
    this.lastSign = negative + 1
    return (negative ? -size : size) | 0
  }

  private mantissa(c: Coder, magnitude: number, n: number, row: number): number {
    let x = 1
    let left = n - 1
    for (let t = 0; t < LEARNED && left > 0; t++) {
      left--
      x = x * 2 + c.bit(this.mantissas, (row + n) * 4 + (t ? 2 + (x & 1) : 0), (magnitude >>> left) & 1)
    }
    while (left > 0) {
      const take = left > 16 ? 16 : left
      left -= take
      x = x * (1 << take) + c.raw(take, (magnitude >>> left) & ((1 << take) - 1))
    }
    return x
  }
}
