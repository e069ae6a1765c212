// Notes about the wall clock, one for each second of recording; the simulation never reads them (SPEC R10).
import { type ByteReader, ByteWriter } from './bytes.ts'

export interface Remark {
  /** How many ticks were recorded when it was noted. */
  readonly tick: number
  /** Wall clock that went by since the last note, ms; pauses left out. */
  readonly wall_ms: number
  /** Clock debt that was dropped in it, because the device could not keep up, ms. */
  readonly dropped_ms: number
}

const MS_MAX = 1e9

export function writeRemarks(remarks: readonly Remark[]): Uint8Array {
  const out = new ByteWriter().varint(remarks.length)
  let last = 0
  for (const r of remarks) {
    out
      .varint(r.tick - last)
      .varint(Math.round(r.wall_ms))
      .varint(Math.round(r.dropped_ms))
    last = r.tick
  }
  return out.finish()
}

/** Reads what `writeRemarks` wrote, for a recording of `ticks` ticks. @throws Refusal */
export function readRemarks(r: ByteReader, ticks: number): Remark[] {
  const count = r.varint(ticks + 1)
  let tick = 0
  return Array.from({ length: count }, () => {
    tick += r.varint(ticks - tick)
    return { tick, wall_ms: r.varint(MS_MAX), dropped_ms: r.varint(MS_MAX) }
  })
}

/** Share of the wall clock that was lost, 0..1: goes into the report's device fields. */
export function clockLost(remarks: readonly Remark[]): number {
  let wall = 0
  let dropped = 0
  for (const r of remarks) {
    wall += r.wall_ms
    dropped += r.dropped_ms
  }
  return wall > 0 ? Math.min(1, dropped / wall) : 0
}
