// Gauze, drape pack, dressing, swabs.
import type { BufferGeometry } from 'three'
import { joined, painted, placed, rod, rounded, turned } from '../shape/kit.ts'
import { halfOf } from './sizes.ts'
import type { Builder } from './model.ts'

const GAUZE = { color: 0xf4f3ee, rough: 0.95 }
const CLOTH = { color: 0x3f8f96, rough: 0.9 }

/** Folded layers, each a little smaller and shifted, as cloth is folded. */
function folds(half: readonly [number, number, number], layers: number, paint: typeof GAUZE): BufferGeometry {
  const [x, y, z] = half
  const t = (2 * y) / layers
  return joined(
    Array.from({ length: layers }, (_, k) => {
      const slip = (k % 2 === 0 ? 1 : -1) * 0.6
      const size = [2 * x - (k % 3) * 0.8, t * 0.94, 2 * z - ((k + 1) % 3) * 0.8] as const
      const g = rounded(size, t * 0.42, 2)
      return painted(placed(g, [slip, -y + t * (k + 0.5), slip * 0.6]), paint)
    }),
  )
}

export const gauze: Builder = (i) => ({ solid: folds(halfOf(i), 4, GAUZE) })

export const drape: Builder = (i) => ({ solid: folds(halfOf(i), 6, CLOTH) })

export const dressing: Builder = (i) => {
  const [x, y, z] = halfOf(i)
  const paper = painted(rounded([2 * x, 2 * y * 0.6, 2 * z], 0.5), { color: 0xf1efe6, rough: 0.8 })
  const pad = painted(placed(rounded([x, 1.2, z], 0.5), [0, y * 0.6, 0]), { color: 0xdccdb2, rough: 0.9 })
  const edge = painted(placed(rounded([2 * x, 0.4, 3], 0.2), [0, y * 0.65, z * 0.86]), { color: 0x6fb3cf, rough: 0.5 })
  return { solid: joined([paper, pad, edge]) }
}

export const swab: Builder = (i) => {
  const stick = i.boxes[0]
  const head = i.boxes[1]
  const l = (stick?.half[2] ?? 0.05) * 2e3
  const at = (head?.at[2] ?? 0.06) * 1e3
  const r = (head?.half[0] ?? 0.006) * 1e3
  const hl = (head?.half[2] ?? 0.012) * 1e3
  const shaft = painted(placed(rod((stick?.half[0] ?? 0.0025) * 800, l), [0, 0, -l / 2]), {
    color: 0xf5f1e2,
    rough: 0.5,
  })
  const cotton = turned([
    [0, at - hl],
    [r * 0.62, at - hl * 0.85],
    [r * 0.95, at - hl * 0.3],
    [r, at + hl * 0.25],
    [r * 0.8, at + hl * 0.75],
    [r * 0.35, at + hl * 0.97],
    [0, at + hl],
  ])
  return { solid: joined([shaft, painted(cotton, { color: 0x9c5a25, rough: 0.85 })]) }
}
