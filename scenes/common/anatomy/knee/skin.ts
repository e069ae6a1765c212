import { type Field, type Fn, bell, boxDistance, field, grow, smax, smin, step, union } from '../kit/field.ts'
import { loft } from '../kit/loft.ts'
import { noise } from '../kit/noise.ts'
import { ellipsoid, tube } from '../kit/shapes.ts'
import { leant, patella, tibiaFibula } from './bones.ts'
import { hull, muscle } from './soft.ts'

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
// Round bodies under the extensor tendons and the iliotibial tract: flat edges must not show through the skin.
const extensor = union(
  8,
  leant(
    tube(
      [
        [37, 8, 36, 8],
        [37, 13, 62, 14],
        [39, 12, 100, 18],
        [40, 8, 135, 22],
      ],
      14,
    ),
  ),
  leant(
    tube(
      [
        [1, 41, 56, 10],
        [1, 37, 78, 11.5],
        [0, 36, 104, 13],
        [0, 37, 132, 14],
      ],
      14,
    ),
  ),
  tube(
    [
      [2, 40.5, 16, 9.5],
      [3.5, 35.5, -4, 10.5],
      [5.5, 29.5, -22, 11],
      [6.5, 22, -42, 10],
    ],
    16,
  ),
)
const fatPad = ellipsoid([1, 34.5, 2], [22, 8, 14])

/** What lies under the skin, how much covers it (mm) and how softly it shows (mm). */
const UNDER: readonly (readonly [Field, number, number])[] = [
  [muscle, 4.2, 24],
  [hull, 4.4, 14],
  [tibiaFibula, 4.6, 12],
  [extensor, 4, 18],
  [fatPad, 0.5, 28],
  [patella, 4.2, 9],
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
  ellipsoid([-21, 62, 6], [6, 9, 9]),
  ellipsoid([25, 61, 6], [6, 9, 9]),
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
    d = smax(d, -hollows.at(x, y, z) + 0.8, 18) + 0.3 * noise(x * 0.035, y * 0.035, z * 0.035)
    if (y > 15 && d > -6) d += creases(x, y, z)
    return y < -16 ? d + popliteal(x, z) * step(-16, -34, y) : d
  },
  grow({ lo: [-80, -80, -272], hi: [106, 80, 272] }, 12),
)
