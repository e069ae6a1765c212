// How this patient lies: the covered rest of the body around the knee that is worked on. Work frame, metres.
import type { Lattice } from '../../../../src/view/patient/heights.ts'
import { Heights } from '../../../../src/view/patient/heights.ts'
import type { CoverPlan } from '../../../../src/view/patient/cover.ts'

/** Surface of the couch below the working surface: the calf rests on it, the knee on a roll of this height. */
export const COUCH_TOP = -0.06
const COUCH = { x0: -1.33, x1: 0.53, z0: -0.42, z1: 0.18 } as const
const LATTICE: Lattice = { x0: -1.36, z0: -0.46, step: 0.014, nx: 138, nz: 47 }
/** The other leg lies as a mirror image across this plane. */
const MIDLINE_Z = -0.105

export const COVER: CoverPlan = {
  sheet: { x0: -0.9, x1: 0.68, z0: -0.72, z1: 0.44 },
  couch: { ...COUCH, x0: -2 },
  opening: { x0: -0.185, x1: 0.19, z0: -0.098, z1: 0.6 },
  step: 0.023,
  thick: 0.011,
  floor: COUCH_TOP,
  color: [0.34, 0.45, 0.53],
}

/** Under the tray the cover lies flat. */
const TRAY_SHADE = { x0: 0.19, x1: 1, z0: 0.072, z1: 1 } as const

/** Body under the cover: both legs from the knee's own skin, feet, pelvis, trunk (design sizes of an adult). */
export function bodyHeights(skin: Float32Array): Heights {
  const h = new Heights(LATTICE, COUCH_TOP)
  h.points(skin, (x, y, z) => [x, y, z])
  h.points(skin, (x, y, z) => [x, y, 2 * MIDLINE_Z - z])
  for (const z of [0.005, 2 * MIDLINE_Z - 0.005]) {
    h.ellipsoid([0.32, -0.03, z], [0.14, 0.04, 0.036])
    h.ellipsoid([0.425, 0, z + Math.sign(z) * 0.02], [0.06, 0.098, 0.058])
    h.ellipsoid([-0.34, 0.05, z * 0.9], [0.22, 0.1, 0.085])
  }
  h.ellipsoid([-0.5, 0.03, MIDLINE_Z], [0.2, 0.13, 0.19])
  h.ellipsoid([-0.66, 0.04, MIDLINE_Z], [0.24, 0.155, 0.165])
  h.ellipsoid([-0.9, 0.04, MIDLINE_Z], [0.26, 0.14, 0.2])
  h.spread(1.5)
  h.smooth(3)
  h.press(TRAY_SHADE, 0.002)
  return h
}
