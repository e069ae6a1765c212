// Soft parts of the right knee in extension, without effusion. Millimetres; see bones.ts for the axes.
import { type Field, bounded, field, offset, smax, smin, step, union } from '../kit/field.ts'
import { loft } from '../kit/loft.ts'
import { ribbon, tube } from '../kit/shapes.ts'
import { femur, lean, leant, patella } from './bones.ts'
import { heightOver } from './sheet.ts'

const patellarTendon = ribbon(
  [
    [2, 53, 24, 1.6],
    [2, 50.5, 12, 2.4],
    [3.5, 45, -4, 2.4],
    [5.5, 39.5, -18, 2.5],
    [7, 32.5, -35, 2.4],
  ],
  4.7,
  3,
)
export const quadricepsTendon = ribbon(
  [
    [1, 53, 46, 1.8],
    [1, 49.5, 58, 3.4],
    [1, 46.5, 76, 3.6],
    [0, 44.5, 100, 4.4],
    [0, 46, 128, 4.6],
  ],
  4.6,
  1,
)
// Fascia and retinacula: a sheet of 2.4 mm that runs from the front of the patella back to the epicondyles.
export const hull: Field = field((x, y, z) => smin(femur.at(x, y, z) - 6.5, patella.at(x, y, z) - 0.6, 24), {
  lo: [-56, -46, -14],
  hi: [72, 66, 280],
})
const retinaculum: Field = bounded(
  field((x, y, z) => {
    const d = hull.at(x, y, z)
    const sheet = Math.abs(d) - 1.2
    return smax(smax(sheet, -8 - y + 14 * step(22, 8, Math.abs(x)) * step(40, 20, y) * 4, 3), smax(z - 60, 4 - z, 1), 3)
  }),
  { lo: [-52, -10, 0], hi: [52, 62, 64] },
  40,
)
// Expansion of the vasti over the pouch: a sheet of 2.6 mm that lies 4 mm in front of the potential space.
const expansion: Field = bounded(
  field((x, y, z) => {
    const sheet = Math.abs(y - heightOver(x, z) - 4) * 0.9 - 1.3
    return smax(smax(sheet, Math.abs(x - lean(z)) - 35, 3), smax(z - 112, 46 - z, 1), 3)
  }),
  { lo: [-40, 10, 42], hi: [46, 52, 116] },
  40,
)
export const tendon: Field = union(2, leant(quadricepsTendon), patellarTendon, retinaculum, expansion)

const thigh = [
  // vastus lateralis, vastus medialis, rectus femoris
  tube(
    [
      [25, 43, 76, 2.5],
      [32, 40, 92, 10],
      [40, 24, 108, 22],
      [43, 12, 160, 28],
      [40, 5, 272, 31],
    ],
    10,
  ),
  tube(
    [
      [-23, 42, 46, 3.5],
      [-28, 38, 60, 9.5],
      [-35, 26, 86, 18],
      [-36, 20, 128, 23],
      [-28, 22, 272, 27],
    ],
    10,
  ),
  tube(
    [
      [1, 47, 88, 5],
      [1, 49, 115, 12],
      [0, 52, 165, 18],
      [0, 52, 272, 22],
    ],
    10,
  ),
  // vastus intermedius
  tube(
    [
      [3, 33, 100, 3],
      [3, 33, 122, 9],
      [2, 31, 170, 15],
      [0, 30, 272, 18],
    ],
    10,
  ),
  // biceps femoris; semitendinosus and semimembranosus
  tube(
    [
      [38, -24, -16, 4],
      [40, -27, 12, 6],
      [37, -32, 45, 10],
      [28, -37, 95, 19],
      [18, -38, 160, 26],
      [12, -36, 272, 30],
    ],
    10,
  ),
  tube(
    [
      [-32, -10, -50, 3],
      [-37, -22, -14, 6.5],
      [-37, -31, 20, 9],
      [-30, -38, 60, 14],
      [-22, -40, 110, 22],
      [-16, -40, 170, 27],
      [-12, -38, 272, 30],
    ],
    10,
  ),
] as const
const calf = [
  // gastrocnemius medial and lateral, soleus, tibialis anterior, peronei
  tube(
    [
      [-22, -24, 34, 5],
      [-24, -34, 10, 11.5],
      [-25, -40, -25, 16.5],
      [-25, -45, -65, 21],
      [-23, -44, -110, 21],
      [-16, -38, -160, 15],
      [-6, -34, -215, 8],
    ],
    6,
  ),
  tube(
    [
      [22, -24, 32, 5],
      [22, -34, 8, 10.5],
      [21, -40, -25, 15],
      [20, -45, -65, 18],
      [18, -43, -105, 17],
      [13, -38, -150, 12],
      [4, -34, -215, 8],
    ],
    6,
  ),
  loft(
    [
      [-30, 2, -26, 20, 10],
      [-80, 2, -30, 32, 20],
      [-130, 3, -30, 33, 22],
      [-180, 3, -27, 26, 18],
      [-265, 0, -24, 14, 12],
    ],
    6,
  ),
  tube(
    [
      [22, 12, -24, 5],
      [21, 12, -50, 10],
      [19, 11, -90, 13],
      [15, 10, -140, 13],
      [8, 12, -200, 9],
      [2, 12, -265, 6],
    ],
    5,
  ),
  tube(
    [
      [38, -10, -36, 6],
      [37, -9, -70, 10],
      [34, -10, -130, 10.5],
      [30, -12, -200, 8],
      [29, -14, -265, 6],
    ],
    5,
  ),
] as const
export const muscle: Field = union(8, ...thigh.map(leant), ...calf)

export const vessel: Field = union(
  1,
  tube([
    [4, -20, 130, 3.4],
    [-1, -27, 60, 3.3],
    [0, -31, 20, 3.2],
    [1, -30, -20, 3],
    [0, -22, -60, 2.6],
    [0, -16, -200, 2],
  ]),
  tube([
    [8, -24, 130, 4],
    [4, -33, 60, 4],
    [4, -37, 20, 4],
    [4, -36, -20, 3.6],
    [3, -26, -60, 3],
  ]),
)

/** Tibiofemoral capsule: what lies between the bones and inside the collateral ligaments (menisci, cruciates, fat pad). */
export const capsule: Field = bounded(
  field((x, y, z) => {
    const wrap = offset(femur, 3.4).at(x, y, z)
    const roof = z - 20 - 12 * step(10, -20, y)
    const low = -4 - z + 8 * step(10, 30, y)
    return smax(smin(wrap, Math.max(Math.abs(x) - 37, Math.abs(y + 4) - 28, Math.abs(z) - 3), 6), smax(roof, low, 4), 4)
  }),
  { lo: [-46, -40, -14], hi: [46, 46, 36] },
  40,
)
