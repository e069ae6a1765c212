// Lossless coding of packed ticks in blocks (SPEC R1-R5).
import { RangeDecoder, RangeEncoder } from './coding/rangeCoder.ts'
import { MAX_TICK_INTS, TickCoder } from './coding/tickCoder.ts'

export { MAX_TICK_INTS }
/** Raised when any coded bit would come out differently; a file names the coder that made it. */
export const CODER_VERSION = 1
/** Ticks in a block: 10 s. A block is decoded without the ones before it. */
export const BLOCK_TICKS = 900
/** Command numbers beyond the fields, in one block: keeps a hostile block from unfolding into gigabytes. */
const BLOCK_INTS = BLOCK_TICKS * 64 + 65536

/** Codes up to BLOCK_TICKS packed ticks. @throws RangeError for a block or a tick that is too long */
export function encodeBlock(ticks: readonly Int32Array[]): Uint8Array {
  if (ticks.length > BLOCK_TICKS)
    throw new RangeError(`block: got ${ticks.length} ticks, expected at most ${BLOCK_TICKS}`)
  const out = new RangeEncoder()
  const coder = new TickCoder()
  let ints = 0
  for (const tick of ticks) {
    ints += tick.length
    coder.code(out, tick)
  }
  if (ints > BLOCK_INTS) throw new RangeError(`block: got ${ints} numbers, expected at most ${BLOCK_INTS}`)
  return out.finish()
}

/** The `count` ticks of a block, or what is wrong with it. Never reads part of a block. */
export function decodeBlock(bytes: Uint8Array, count: number): Int32Array[] | string {
  if (count > BLOCK_TICKS) return `got ${count} ticks, expected at most ${BLOCK_TICKS}`
  const input = new RangeDecoder(bytes)
  const coder = new TickCoder()
  const ticks: Int32Array[] = []
  let ints = 0
  for (let i = 0; i < count; i++) {
    const tick = coder.code(input, undefined)
    ints += tick?.length ?? 0
    if (!tick || input.overrun || ints > BLOCK_INTS) return `tick ${i} of ${count} cannot be read`
    ticks.push(tick)
  }
  return input.exhausted ? ticks : `got more than its ${count} ticks fill`
}

/** Ticks cut into the blocks that they are coded in. */
export function blocksOf(ticks: readonly Int32Array[]): Int32Array[][] {
  const blocks: Int32Array[][] = []
  for (let i = 0; i < ticks.length; i += BLOCK_TICKS) blocks.push(ticks.slice(i, i + BLOCK_TICKS))
  return blocks
}
