// Forceps, haemostat, scissors, marker: bent bars with rounded ends.
import { TorusGeometry, type BufferGeometry } from 'three'
import { bent, joined, painted, placed, rod, rounded, turned, type Paint } from '../shape/kit.ts'
import type { Builder } from './model.ts'
import { halfOf } from './sizes.ts'

const STEEL: Paint = { color: 0xd3d8da, rough: 0.26, metal: 0.96 }

/** Ring of a ring-handled instrument, lying flat (in x and z). */
function ring(x: number, z: number, r: number): BufferGeometry {
  const g = new TorusGeometry(r / 1e3, 0.0019, 8, 24).rotateX(Math.PI / 2)
  g.scale(0.85, 1, 1.15)
  return painted(placed(g, [x, 0, z]), STEEL)
}

function bar(points: readonly (readonly [number, number, number])[], r: number): BufferGeometry {
  const g = bent(points, r, 8)
  g.deleteAttribute('uv')
  return painted(g, STEEL)
}

export const forceps: Builder = (i) => {
  const h = halfOf(i)[2]
  const arm = (s: number): BufferGeometry[] => [
    painted(placed(rounded([1.6, 7, h * 1.1], 0.7), [s * 4.2, 0, -h * 0.28], [0, s * 2.6, 0]), STEEL),
    painted(placed(rounded([1.5, 4.5, h * 0.85], 0.7), [s * 2.9, 0, h * 0.55], [0, s * -4.6, 0]), STEEL),
  ]
  const heel = painted(placed(rounded([4.4, 6.8, 12], 1.4), [0, 0, -h * 0.83]), STEEL)
  const grip = [-1, 1].flatMap((s) =>
    [0, 1, 2, 3, 4, 5].map((k) =>
      painted(placed(rounded([0.8, 6.6, 0.9], 0.3), [s * 4.6, 0, -h * 0.1 + k * 3]), { ...STEEL, rough: 0.5 }),
    ),
  )
  return { solid: joined([...arm(-1), ...arm(1), heel, ...grip]) }
}

/** Two crossed arms with rings; `jaw` is where the tips end and how slim they are. */
function crossed(back: number, pivot: number, tip: number, slim: number): BufferGeometry {
  const arm = (s: number): BufferGeometry[] => [
    ring(s * 9.5, back + 9, 9),
    bar(
      [
        [s * 8, 0, back + 18],
        [s * 3.4, 0, pivot - 22],
        [s * 0.8, s * 0.5, pivot],
        [-s * 1.6, s * 0.5, pivot + (tip - pivot) * 0.4],
        [-s * 0.5, 0, tip],
      ],
      slim,
    ),
  ]
  const screw = painted(placed(rod(3.2, 4.6), [0, -2.3, pivot], [-90, 0, 0]), STEEL)
  return joined([...arm(1), ...arm(-1), screw])
}

export const haemostat: Builder = () => {
  const ratchet = [-1, 1].map((s) => painted(placed(rounded([9, 1.6, 3.4], 0.6), [s * 3.4, s * 0.8, -48]), STEEL))
  return { solid: joined([crossed(-70, 46, 100, 2.1), ...ratchet]) }
}

export const scissors: Builder = () => {
  const blade = (s: number): BufferGeometry =>
    painted(placed(rounded([6.4, 1.5, 62], 0.6), [s * 1.5, s * 0.9, 48], [0, s * -2.4, 0]), { ...STEEL, rough: 0.18 })
  return { solid: joined([crossed(-70, 16, 40, 2.4), blade(1), blade(-1)]) }
}

export const marker: Builder = (i) => {
  const [r, , h] = halfOf(i)
  const body = turned([
    [0, -h],
    [r * 0.9, -h + 0.6],
    [r, -h + 3],
    [r, h * 0.42],
  ])
  // the cap sits on the back, as it does while one writes
  const cap = turned([
    [0, -h],
    [r * 0.9, -h],
    [r * 1.12, -h + 2],
    [r * 1.12, -h * 0.45],
    [r, -h * 0.45],
  ])
  const grip = turned([
    [r, h * 0.42],
    [r * 0.86, h * 0.66],
    [r * 0.36, h * 0.84],
    [r * 0.3, h * 0.92],
    [r * 0.16, h],
    [0, h],
  ])
  const clip = placed(rounded([2.2, 1.2, h * 0.5], 0.5), [0, r * 1.3, -h * 0.7])
  const violet = { color: 0x5a3a96, rough: 0.4 }
  return {
    solid: joined([
      painted(body, { color: 0xf2f3f1, rough: 0.45 }),
      painted(cap, violet),
      painted(grip, violet),
      painted(clip, violet),
    ]),
  }
}
