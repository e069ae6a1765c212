// JSON that is deflated; unfolding stops where an honest writer would have stopped.
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import type { ByteReader, ByteWriter } from './bytes.ts'

/** Fed in pieces, so that a bomb (deflate unfolds up to 1,032 times) is noticed within a megabyte. */
const PIECE = 1024

export function writePackedJson(out: ByteWriter, value: unknown): void {
  const raw = strToU8(JSON.stringify(value))
  out.varint(raw.length).part(deflateSync(raw, { level: 9 }))
}

function inflate(data: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size)
  let at = 0
  const inflater = new Inflate((chunk) => {
    if (at + chunk.length > size) throw new RangeError(`unfolds beyond ${size} bytes`)
    out.set(chunk, at)
    at += chunk.length
  })
  try {
    for (let i = 0; i < data.length; i += PIECE) {
      inflater.push(data.subarray(i, i + PIECE), i + PIECE >= data.length)
    }
  } catch {
    return undefined
  }
  return at === size ? out : undefined
}

/** Reads what `writePackedJson` wrote, of at most `max` bytes unfolded. @throws Refusal */
export function readPackedJson(r: ByteReader, max: number): unknown {
  const size = r.varint(max)
  const raw = inflate(r.part(max), size)
  if (!raw) return r.fail(`got deflated text that does not unfold to ${size} bytes`)
  try {
    return JSON.parse(strFromU8(raw))
  } catch {
    return r.fail('got text that is not JSON')
  }
}
