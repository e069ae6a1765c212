// How the knee turns into patients: where fluid collects, what follows the patella, where fat and girth vary.
import type { WarpSpec } from '../../../../src/sim/tissue/archetype.ts'
import { sheet } from './sheet.ts'
import { skin } from './skin.ts'
import type { Point } from '../kit/field.ts'

/** Front of the skin over (x, z). */
export function onSkin(x: number, z: number): Point {
  let [inside, outside] = [20, 90]
  for (let i = 0; i < 40; i++) {
    const y = (inside + outside) / 2
    if (skin.at(x, y, z) < 0) inside = y
    else outside = y
  }
  return [x, inside, z]
}

/** Transepicondylar axis: along x through this y, z. */
export const AXIS = { y: -5, z: 27 } as const
/** Superolateral corner of the patella (mm), and the portal 10 mm above and lateral to it (orthopedic protocol K9, K6). */
export const CORNER: Point = [18, 47, 51]
export const PORTAL: readonly [number, number] = [CORNER[0] + 10, CORNER[2] + 10]

export function warp(): WarpSpec {
  return {
    hinge: { ...AXIS, patella: 0.5, upper: [0.46, 0.74], lower: [-0.27, -0.66], back: 1.38 },
    sheet: sheet(),
    pouch: { x: [2, 18, 47], z: [56, 72, 86, 112] },
    under: { x: [1, 25, 49], z: [-20, 10, 57, 78] },
    underShare: 0.75,
    underFrom: 3,
    push: { x: [1, 26, 66], z: [-32, 10, 58, 98], y: [-35, 25] },
    fat: [
      { where: { x: [1, 12, 34], z: [-2, 22, 48, 66], y: [10, 40] }, weight: 0.55 },
      { where: { x: [-6, 14, 44], z: [-400, -380, -30, 10], y: [-10, 25] }, weight: 0.4 },
    ],
    fatSite: onSkin(...PORTAL),
    girth: [-110, -45, 74, 130],
    cartilage: {
      femur: { lo: [-34, -40, -10], hi: [34, 60, 47], thickness: 2.2 },
      tibia: { lo: [-40, -40, -6], hi: [40, 40, 20], thickness: 2 },
      patella: { lo: [-40, 20, 19], hi: [40, 44, 56], thickness: 2.8 },
    },
    cortex: {
      femur: { thin: 1.1, thick: 5.7, z: [55, 150] },
      tibia: { thin: 1.3, thick: 5.5, z: [-35, -130] },
      patella: { thin: 1.3, thick: 1.3, z: [0, 1] },
    },
  }
}
