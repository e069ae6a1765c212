// Grid file: magic, length of the JSON header, header, deflated counts (each predicted from its seven neighbours).
import { deflateSync, strToU8 } from 'fflate'
import type { GridHeader } from '../../src/sim/tissue/grid.ts'

export const MAGIC = 'SHG1'

/** Differences to the prediction a + b + c - ab - ac - bc + abc of the neighbours already coded, modulo 256. */
export function predict(counts: Int8Array, dims: readonly [number, number, number]): Uint8Array {
  const [nx, ny] = dims
  const out = new Uint8Array(counts.length)
  const sy = nx
  const sz = nx * ny
  for (let o = 0; o < counts.length; o++) {
    const i = o % nx
    const j = Math.floor(o / nx) % ny
    const at = (a: number, b: number, c: number): number =>
      i < a || j < b || o < c * sz ? 0 : (counts[o - a - b * sy - c * sz] ?? 0)
    const p = at(1, 0, 0) + at(0, 1, 0) + at(0, 0, 1) - at(1, 1, 0) - at(1, 0, 1) - at(0, 1, 1) + at(1, 1, 1)
    out[o] = (counts[o] ?? 0) - p
  }
  return out
}

export function encodeGrid(header: GridHeader, counts: Int8Array): Uint8Array {
  const head = strToU8(JSON.stringify(header))
  const body = deflateSync(predict(counts, header.dims), { level: 9, mem: 12 })
  const out = new Uint8Array(8 + head.length + body.length)
  out.set(strToU8(MAGIC), 0)
  new DataView(out.buffer).setUint32(4, head.length, true)
  out.set(head, 8)
  out.set(body, 8 + head.length)
  return out
}
