// Ticks on the wire while they happen: small batches through the recording's own coder (SPEC R25).
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { ByteReader, ByteWriter } from './bytes.ts'
import { BLOCK_TICKS, CODER_VERSION } from './codec.ts'
import { RangeDecoder, RangeEncoder } from './coding/rangeCoder.ts'
import { TickCoder } from './coding/tickCoder.ts'
import { decode, refuse, type Failure } from './result.ts'

/** Raised when a frame reads differently; includes the coder's version. */
export const WIRE_VERSION = 16 + CODER_VERSION
/** Ticks in one frame: a batch of 100 ms is 9. */
export const MAX_FRAME_TICKS = 90
/** Flag: the coder starts afresh, as in the blocks of a file. */
const FRESH = 1
/** Flag: a digest follows. */
const DIGEST = 2

export interface LiveFrame {
  /** Number of its first tick. */
  readonly first: number
  readonly ticks: readonly Int32Array[]
  /** State digest after its last tick, or null. */
  readonly digest: string | null
}

/** Adler-32 (RFC 1950), against a damaged relay; not a signature. */
export function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (const x of bytes) {
    a = (a + x) % 65521
    b = (b + a) % 65521
  }
  return b * 65536 + a
}

/** Writes the frames of one session, in order. */
export class LiveEncoder {
  private coder = new TickCoder()
  private next = 0
  private coded = 0

  /** The next batch. `digest`: state after its last tick, when that is due. @throws RangeError for too many ticks */
  encode(ticks: readonly Int32Array[], digest: string | null = null): Uint8Array {
    if (ticks.length > MAX_FRAME_TICKS) {
      throw new RangeError(`live frame: got ${ticks.length} ticks, expected at most ${MAX_FRAME_TICKS}`)
    }
    const fresh = this.next === 0 || this.coded + ticks.length > BLOCK_TICKS
    if (fresh) {
      this.coder = new TickCoder()
      this.coded = 0
    }
    const flags = (fresh ? FRESH : 0) | (digest === null ? 0 : DIGEST)
    const out = new ByteWriter().u8(WIRE_VERSION).u8(flags).varint(this.next).varint(ticks.length)
    if (digest !== null) out.bytes(hexToBytes(digest))
    const coded = new RangeEncoder()
    for (const tick of ticks) this.coder.code(coded, tick)
    out.bytes(coded.finish())
    this.next += ticks.length
    this.coded += ticks.length
    const body = out.finish()
    return new ByteWriter().bytes(body).u32(adler32(body)).finish()
  }
}

/** What a relay needs to know of a frame: where it belongs and whether one can begin with it. */
export interface FrameInfo {
  readonly first: number
  readonly count: number
  readonly fresh: boolean
  readonly digest: string | null
}

function readInfo(bytes: Uint8Array): { readonly info: FrameInfo; readonly r: ByteReader } {
  const body = bytes.subarray(0, Math.max(0, bytes.length - 4))
  const tail = new ByteReader(bytes.subarray(body.length), 'live frame')
  if (tail.u32() !== adler32(body)) refuse('checksum', 'live frame: its checksum does not fit; ask for it again')
  const r = new ByteReader(body, 'live frame')
  const version = r.u8()
  if (version !== WIRE_VERSION) {
    refuse('too-new', `live frame: got version ${version}, expected ${WIRE_VERSION}; load the page again`)
  }
  const flags = r.u8()
  if (flags > (FRESH | DIGEST)) r.fail(`got flags ${flags}, expected at most ${FRESH | DIGEST}`)
  const first = r.varint(1e9)
  const count = r.varint(MAX_FRAME_TICKS)
  const digest = flags & DIGEST ? bytesToHex(r.bytes(8)) : null
  return { info: { first, count, fresh: (flags & FRESH) !== 0, digest }, r }
}

/** Reads the beginning of a frame without decoding its ticks, as a relay does; the checksum is checked. */
export function inspectFrame(bytes: Uint8Array): { readonly type: 'success'; readonly info: FrameInfo } | Failure {
  return decode(() => ({ type: 'success', info: readInfo(bytes).info }))
}

/**
 * Reads the frames of one session. Frames depend on those before them: after a missing one it refuses all up to that one
 * sent again, or to the next fresh one (10 s at most), which may begin anywhere: the watchdog tells gaps and repeats.
 */
export class LiveDecoder {
  private coder: TickCoder | null = null
  private next = 0

  decode(bytes: Uint8Array): { readonly type: 'success'; readonly frame: LiveFrame } | Failure {
    return decode(() => ({ type: 'success', frame: this.read(bytes) }))
  }

  private read(bytes: Uint8Array): LiveFrame {
    const { info, r } = readInfo(bytes)
    const { first, count, fresh, digest } = info
    const coder = fresh ? new TickCoder() : this.coder
    if (!coder || (!fresh && first !== this.next)) {
      return r.fail(`got tick ${first} without the frame before it; ask for the ticks from ${this.next}`)
    }
    this.coder = null
    const ticks = readTicks(r, coder, count)
    this.coder = coder
    this.next = first + count
    return { first, ticks, digest }
  }
}

function readTicks(r: ByteReader, coder: TickCoder, count: number): Int32Array[] {
  const input = new RangeDecoder(r.bytes(r.left))
  const ticks: Int32Array[] = []
  for (let i = 0; i < count; i++) {
    const tick = coder.code(input, undefined)
    if (!tick || input.overrun) return r.fail(`tick ${i} of ${count} cannot be read`)
    ticks.push(tick)
  }
  if (!input.exhausted) r.fail(`got more than its ${count} ticks fill`)
  return ticks
}
