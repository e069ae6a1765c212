// Grid file: magic, length of the JSON header, header, deflated counts (each predicted from its seven neighbours).
import { deflateSync, strToU8 } from 'fflate'
import type { GridPlan } from '../../scenes/common/anatomy/knee/index.ts'
import type { GridHeader } from '../../src/sim/tissue/grid.ts'
import { latticeOver, redistance } from './redistance.ts'

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

/** Counts and file of one planned grid: true distances, rounded to the unit, saturated at 127 counts. */
export function gridOf(
  name: string,
  plan: GridPlan,
): { readonly header: GridHeader; readonly counts: Int8Array; readonly bytes: Uint8Array } {
  const lattice = latticeOver(plan.box.lo, plan.box.hi, plan.spacing)
  const d = redistance(plan.field.at, lattice)
  const counts = Int8Array.from(d, (v) => Math.max(-127, Math.min(127, Math.round(v / plan.unit))))
  const header: GridHeader = {
    name,
    origin_mm: [...lattice.lo],
    spacing_mm: plan.spacing,
    dims: [...lattice.n],
    unit_mm: plan.unit,
  }
  return { header, counts, bytes: encodeGrid(header, counts) }
}
