import { type Field, type Fn, bell, boxDistance, field, grow, smax, smin, union } from '../kit/field.ts'
import { loft } from '../kit/loft.ts'
import { noise } from '../kit/noise.ts'
import { ellipsoid } from '../kit/shapes.ts'
import { femur, leant, patella, tibiaFibula } from './bones.ts'
import { muscle, tendon } from './soft.ts'

const core = leant(
  loft(
    [
      [272, 2, 6, 80, 80],
      [210, 2, 6, 74, 73.5],
      [170, 1, 5, 68, 67],
      [130, 1, 4, 62, 61],
      [95, 0, 2, 55, 53],
      [65, 0, 0.8, 49.5, 46.5],
      [38, 0, 0.5, 47, 45],
      [15, 0, -1, 46, 43],
      [-6, 0, -3, 44.5, 41],
      [-28, 0, -6, 43.5, 40],
      [-52, 0, -10.5, 45, 42],
      [-82, 0, -13.5, 48.5, 45],
      [-112, 0, -14.5, 49, 45],
      [-150, 0, -13, 45, 41],
      [-200, 0, -10, 36, 34.5],
      [-265, 0, -8, 28, 28],
    ],
    6,
  ),
)
const fatPad = ellipsoid([0, 37, 2], [21, 8, 13])

/** What lies under the skin, how much covers it (mm) and how softly it shows (mm). */
const UNDER: readonly (readonly [Field, number, number])[] = [
  [muscle, 4.2, 24],
  [femur, 6, 16],
  [tibiaFibula, 4.6, 12],
  [tendon, 3.6, 13],
  [fatPad, 3, 14],
  [patella, 4.4, 10],
]

/** Skin without folds: derived from what lies under it, so that the relief stays over the bone that makes it. */
export const smoothSkin: Fn = (x, y, z) => {
  let d = core.at(x, y, z)
  for (const [f, cover, k] of UNDER) {
    if (boxDistance(f.box, x, y, z) - cover <= d + k) d = smin(d, f.at(x, y, z) - cover, k)
  }
  return d
}

const hollows = union(
  8,
  ellipsoid([-31, 60, 24], [8, 10, 20], [0.35, 0, 1]),
  ellipsoid([33, 60, 26], [8, 10, 20], [-0.35, 0, 1]),
  ellipsoid([-19, 62, -6], [7, 9, 12]),
  ellipsoid([24, 61, -6], [7, 9, 12]),
)

/** Wavy transverse creases over the patella, a few millimetres apart and half a millimetre deep. */
function creases(x: number, y: number, z: number): number {
  const a = bell((z - 34) / 52) * bell(x / 48)
  if (a <= 0) return 0
  const wave = noise(x * 0.045, y * 0.05, z * 0.03) * 0.5
  const s = noise(x * 0.012, 3.3, z * 0.17 + wave + x * x * 0.0006)
  const ridge = Math.max(0, s)
  return 0.9 * a * ridge * ridge + 0.18 * a * noise(x * 0.12, y * 0.12, z * 0.3)
}

/** Two creases across the hollow of the knee. */
function popliteal(x: number, z: number): number {
  const first = bell((z - 6 + 0.004 * x * x) / 3.4) * bell(x / 66)
  return 0.7 * first + 0.45 * bell((z - 22 - 0.003 * x * x) / 3) * bell(x / 54)
}

/** Outer surface of the skin, without the bulge of an effusion. */
export const skin: Field = field(
  (x, y, z) => {
    let d = smoothSkin(x, y, z)
    if (d > 20 || d < -20) return d
    d = smax(d, -hollows.at(x, y, z) - 1, 20) + 0.3 * noise(x * 0.035, y * 0.035, z * 0.035)
    if (y > 15 && d > -6) d += creases(x, y, z)
    return y < -15 ? d + popliteal(x, z) : d
  },
  grow({ lo: [-80, -80, -272], hi: [106, 80, 272] }, 12),
)
