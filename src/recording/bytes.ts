// Reading and writing bytes with bounds: little-endian numbers, LEB128 varints, length-prefixed parts.
import { strFromU8, strToU8 } from 'fflate'

/** Thrown inside a decoder only; every public decoder turns it into a result (SPEC R6). */
export class Refusal<R extends string = string> extends Error {
  readonly reason: R

  constructor(reason: R, message: string) {
    super(message)
    this.name = 'Refusal'
    this.reason = reason
  }
}

/** Grows as it is written to. */
export class ByteWriter {
  private out = new Uint8Array(1024)
  private size = 0

  bytes(part: Uint8Array): this {
    if (this.size + part.length > this.out.length) {
      const grown = new Uint8Array(Math.max(this.out.length * 2, this.size + part.length))
      grown.set(this.out.subarray(0, this.size))
      this.out = grown
    }
    this.out.set(part, this.size)
    this.size += part.length
    return this
  }

  u8(value: number): this {
    return this.bytes(Uint8Array.of(value))
  }

  u32(value: number): this {
    return this.bytes(Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24))
  }

  i32(value: number): this {
    return this.u32(value >>> 0)
  }

  /** A whole number from 0 to 2^53. @throws RangeError for any other */
  varint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`varint: got ${value}, expected a whole number from 0`)
    }
    let left = value
    while (left >= 128) {
      this.u8((left % 128) + 128)
      left = Math.floor(left / 128)
    }
    return this.u8(left)
  }

  /** The length as a varint, then the bytes. */
  part(part: Uint8Array): this {
    return this.varint(part.length).bytes(part)
  }

  json(value: unknown): this {
    return this.part(strToU8(JSON.stringify(value)))
  }

  finish(): Uint8Array {
    return this.out.slice(0, this.size)
  }
}

/** Reads forward; asks for nothing beyond the end. @throws Refusal('damaged') naming place and wish */
export class ByteReader {
  private at = 0
  private readonly data: Uint8Array
  private readonly what: string

  /** @param what names the thing that is read, for messages */
  constructor(data: Uint8Array, what: string) {
    this.data = data
    this.what = what
  }

  fail(message: string): never {
    throw new Refusal('damaged', `${this.what}, byte ${this.at}: ${message}`)
  }

  get left(): number {
    return this.data.length - this.at
  }

  /** A view, not a copy. */
  bytes(count: number): Uint8Array {
    if (!(count <= this.left)) this.fail(`got ${this.left} bytes to the end, expected ${count}`)
    this.at += count
    return this.data.subarray(this.at - count, this.at)
  }

  u8(): number {
    return this.bytes(1)[0] ?? 0
  }

  u32(): number {
    const b = this.bytes(4)
    return (b[0] ?? 0) + (b[1] ?? 0) * 256 + (b[2] ?? 0) * 65536 + (b[3] ?? 0) * 16777216
  }

  i32(): number {
    return this.u32() | 0
  }

  /** A varint of at most `max`, in its shortest form. */
  varint(max: number): number {
    let value = 0
    for (let scale = 1; scale <= 562949953421312; scale *= 128) {
      const b = this.u8()
      value += (b % 128) * scale
      if (b < 128) {
        if (b === 0 && scale > 1) this.fail('got a number written longer than needed')
        if (value > max) this.fail(`got ${value}, expected at most ${max}`)
        return value
      }
    }
    return this.fail('got a number longer than 8 bytes')
  }

  /** A length-prefixed part of at most `max` bytes. */
  part(max: number): Uint8Array {
    return this.bytes(this.varint(max))
  }

  json(max: number): unknown {
    const text = strFromU8(this.part(max))
    try {
      return JSON.parse(text)
    } catch {
      return this.fail('got text that is not JSON')
    }
  }

  end(): void {
    if (this.left > 0) this.fail(`got ${this.left} bytes more than expected`)
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i])
}
