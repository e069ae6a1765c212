// Right adult knee in extension, millimetres: x lateral, y anterior, z superior, tibiofemoral joint line at z = 0.
// Sizes that matter are in dimensions.ts, which says where each comes from; a test measures these fields against it.
import { type Field, bounded, field, intersect, step, subtract, union } from '../kit/field.ts'
import { loft } from '../kit/loft.ts'
import { ellipsoid, tube } from '../kit/shapes.ts'

/** How far the thigh leans to the lateral side at height z (femoral shaft in valgus to the joint line). */
export function lean(z: number): number {
  if (z < 20) return 0
  return z < 80 ? ((z - 20) * (z - 20) * 0.11) / 120 : (z - 50) * 0.11
}

/** A field of the thigh, leant. */
export function leant(f: Field): Field {
  const { lo, hi } = f.box
  return field((x, y, z) => f.at(x - lean(z), y, z), { lo, hi: [hi[0] + 26, hi[1], hi[2]] })
}

const femurShaft = loft(
  [
    [270, 0, 7, 13.6, 14.2],
    [200, 0, 5.5, 13.6, 14.2],
    [150, 0, 4, 14, 14.5],
    [110, 0, 3, 15.5, 15],
    [85, 0, 2, 19, 16],
    [65, 0, 1, 25.5, 18],
    [48, 0, 0, 32, 20],
    [34, 0, -1, 36, 20.5],
    [22, 0, -2, 35, 18],
  ],
  8,
)
// Each condyle: a wheel about the transepicondylar axis (distal and posterior) and the side of the trochlea (anterior).
const medialCondyle = union(
  9,
  ellipsoid([-21.8, -5, 27], [14.4, 24.8, 24.8]),
  ellipsoid([-19.5, 10.5, 32], [12.5, 19.5, 21]),
)
const lateralCondyle = union(9, ellipsoid([21.6, -5, 27], [14.2, 24.6, 24.6]), ellipsoid([19, 14, 34], [13, 20, 22]))
// Floor of the trochlea, between the two sides.
const floor = ellipsoid([0, 9, 36], [17, 19.5, 19])
const epicondyles = union(
  6,
  ellipsoid([-36, -6, 30], [5.2, 9, 9]),
  ellipsoid([36, -6, 28], [4.6, 8, 8]),
  ellipsoid([-35, -11, 42], [4.5, 5, 6]),
)
const notch = union(
  6,
  tube([
    [0, -40, 9, 8.2],
    [0, -24, 10, 8.2],
    [0, -10, 9, 8.2],
    [0, 2, 3, 7.4],
    [0, 11, -4, 7],
  ]),
  ellipsoid([0, -31, 25], [7, 12, 20]),
)
const groove = tube(
  [
    [0, 17, -9, 9],
    [0, 31.5, 9, 9],
    [0, 37.5, 27, 10],
    [0, 38.5, 44, 12],
    [0, 37, 64, 14],
  ],
  4,
)
export const femur: Field = bounded(
  leant(
    subtract(
      5,
      subtract(6, union(9, femurShaft, union(8, medialCondyle, lateralCondyle, floor), epicondyles), notch),
      groove,
    ),
  ),
  { lo: [-46, -36, -4], hi: [62, 42, 272] },
  30,
)

const tibiaBody = loft(
  [
    [2, 0, -3, 37, 24],
    [-5, 0, -3, 38.2, 25.4],
    [-12, 0, -3, 38, 25.5],
    [-20, 0, -3, 34.5, 24.5, 0.04],
    [-32, 0, -1, 28, 24, 0.1],
    [-48, -1, 1, 21.5, 22.5, 0.16],
    [-68, -3, 1, 17.5, 20, 0.2],
    [-95, -5, 1, 14.8, 17.5, 0.22],
    [-140, -6, 1, 13, 15.5, 0.22],
    [-190, -6, 0, 11.8, 14, 0.2],
    [-270, -6, -2, 10.8, 12, 0.14],
  ],
  4,
)
// The medial condyle of the tibia is deeper from front to back than the lateral one.
const medialTibia = ellipsoid([-20, -11, -8], [17, 20.5, 11])
const tuberosity = union(
  9,
  ellipsoid([7, 20.8, -34], [10.5, 9, 11.5], [0, 0.24, 1]),
  ellipsoid([5, 18.5, -50], [6, 6, 20], [0, 0.1, 1]),
)
const gerdy = ellipsoid([24, 13, -18], [8, 7, 7])
const eminence = union(
  4,
  ellipsoid([-5, -3, -1.5], [4.2, 10, 7.6]),
  ellipsoid([5, -5, -1.5], [4, 8, 6.8]),
  ellipsoid([0, -4, -5], [8, 10, 7]),
)
// Top of the plateau: falls towards the back by 5.9 degrees medially and 4.4 laterally, blended across the middle.
const plateau = field((x, y, z) => {
  const slope = 0.103 - 0.026 * step(-8, 8, x)
  return (z + 0.9 - slope * (y + 4)) * 0.995
})
const dish = union(
  1,
  ellipsoid([-21.5, -4, 20.3], [19, 30, 21.8], [0, -0.1, 1]),
  ellipsoid([22, -4, 38.4], [22, 44, 40], [0, -0.08, 1]),
)
const cruciateNotch = ellipsoid([0, -31, -3], [7.5, 9, 16])
export const tibia: Field = bounded(
  union(
    4,
    subtract(
      2.5,
      intersect(
        3.5,
        union(9, subtract(6, union(6, tibiaBody, medialTibia), cruciateNotch), union(6, tuberosity, gerdy)),
        plateau,
      ),
      dish,
    ),
    eminence,
  ),
  { lo: [-42, -34, -272], hi: [42, 34, 10] },
  30,
)
export const fibula: Field = bounded(
  tube(
    [
      [35.5, -17, -19, 5],
      [36, -17, -24, 8.8],
      [36, -18, -34, 9.2],
      [34.5, -19, -47, 6.8],
      [33.5, -19.5, -70, 5.8],
      [32.5, -18, -110, 6.2],
      [31, -16, -160, 6.4],
      [29, -14, -210, 6],
      [28, -13, -265, 5.6],
    ],
    4,
  ),
  { lo: [18, -34, -272], hi: [50, 0, -6] },
  30,
)
export const tibiaFibula: Field = union(0.5, tibia, fibula)

const patellaBody = union(8, ellipsoid([1, 46, 37.5], [22.3, 10.4, 18.2]), ellipsoid([1, 45.2, 25], [11.5, 8.2, 14]))
const patellaFacets = union(
  2,
  ellipsoid([-14, 18.8, 37], [17.5, 19.5, 31], [0, 0, 1]),
  ellipsoid([17.5, 18.8, 37], [19.5, 19.5, 31], [0, 0, 1]),
)
export const patella: Field = bounded(
  subtract(3, patellaBody, patellaFacets),
  { lo: [-24, 28, 8], hi: [26, 60, 60] },
  30,
)

export const bones: Field = field((x, y, z) =>
  Math.min(femur.at(x, y, z), tibiaFibula.at(x, y, z), patella.at(x, y, z)),
)

/** Thickness of the compact shell (mm): thick along the shafts, thin at the ends of the bones. */
export function cortex(z: number): number {
  return z > 0 ? 1.1 + 4.6 * step(55, 150, z) : 1.3 + 4.2 * step(-35, -130, z)
}
