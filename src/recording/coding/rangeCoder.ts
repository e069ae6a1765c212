// Binary range coder (carry-less output as in LZMA: G. N. N. Martin 1979; I. Pavlov, LZMA specification).
import { CHANCE_BITS, type BitTable } from './bits.ts'

const TOP = 16777216
const WORD = 4294967296
const CHANCES = 1 << CHANCE_BITS

/**
 * One face for both directions, so that a model is written once: the encoder writes `bit` and returns it, the decoder
 * ignores `bit` and returns what it read.
 */
export interface Coder {
  /** A bit whose chance `table` knows at place `i`; the table learns from it. */
  bit(table: BitTable, i: number, bit: number): number
  /** `count` (at most 24) bits without a model, most significant first. */
  raw(count: number, value: number): number
}

export class RangeEncoder implements Coder {
  private low = 0
  private range = WORD - 1
  private cache = 0
  private pending = 1
  private out = new Uint8Array(4096)
  private size = 0

  bit(table: BitTable, i: number, bit: number): number {
    const bound = Math.floor(this.range / CHANCES) * table.chance(i)
    table.learn(i, bit)
    this.narrow(bound, bit)
    return bit
  }

  raw(count: number, value: number): number {
    for (let k = count - 1; k >= 0; k--) this.narrow(Math.floor(this.range / 2), (value >>> k) & 1)
    return value
  }

  private narrow(bound: number, bit: number): void {
    if (bit) {
      this.low += bound
      this.range -= bound
    } else this.range = bound
    while (this.range < TOP) {
      this.range *= 256
      this.shift()
    }
  }

  private shift(): void {
    if (this.low < 0xff000000 || this.low >= WORD) {
      const carry = this.low >= WORD ? 1 : 0
      for (let byte = this.cache; this.pending > 0; this.pending--, byte = 255) this.push((byte + carry) & 255)
      this.cache = Math.floor(this.low / TOP) & 255
    }
    this.pending++
    this.low = (this.low % TOP) * 256
  }

  private push(byte: number): void {
    if (this.size === this.out.length) {
      const grown = new Uint8Array(this.size * 2)
      grown.set(this.out)
      this.out = grown
    }
    this.out[this.size++] = byte
  }

  /** Flushes and hands out the bytes; the first byte of the stream is always 0 and is left out. */
  finish(): Uint8Array {
    for (let i = 0; i < 5; i++) this.shift()
    return this.out.slice(1, this.size)
  }
}

/**
 * Reads what `RangeEncoder` wrote. It takes zeros for bytes beyond the end and never throws: the caller checks `overrun`
 * as it goes and `exhausted` at the end (an honest stream is used up to the last byte, exactly).
 */
export class RangeDecoder implements Coder {
  private range = WORD - 1
  private code = 0
  private at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    for (let i = 0; i < 4; i++) this.code = this.code * 256 + this.take()
  }

  private take(): number {
    return this.bytes[this.at++] ?? 0
  }

  bit(table: BitTable, i: number): number {
    const bit = this.narrow(Math.floor(this.range / CHANCES) * table.chance(i))
    table.learn(i, bit)
    return bit
  }

  raw(count: number): number {
    let value = 0
    for (let k = 0; k < count; k++) value = value * 2 + this.narrow(Math.floor(this.range / 2))
    return value
  }

  private narrow(bound: number): number {
    let bit = 0
    if (this.code < bound) this.range = bound
    else {
      this.code -= bound
      this.range -= bound
      bit = 1
    }
    while (this.range < TOP) {
      this.range *= 256
      this.code = this.code * 256 + this.take()
    }
    return bit
  }

  /** True once bytes were asked for that are not there. */
  get overrun(): boolean {
    return this.at > this.bytes.length
  }

  /** True when the stream was used up exactly. */
  get exhausted(): boolean {
    return this.at === this.bytes.length
  }
}
