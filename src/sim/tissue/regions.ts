// Layers that have no grid of their own: which part of a grid is which, by where it lies in the archetype (millimetres,
// right knee). Design values that follow the ribbons of scenes/common/anatomy/knee/soft.ts; not reviewed by an anatomist.
import type { Source } from './warp.ts'

/** Inner share of the capsule's thickness that is its lining (design value: no thickness was found in print). */
export const SYNOVIUM_SHARE = 0.35

/** Quadriceps and patellar tendon with what covers the patella between them: [height, middle in x, half width]. */
const BAND: readonly (readonly [number, number, number])[] = [
  [-40, 7, 12.5],
  [-35, 7, 12.5],
  [-18, 5.5, 12.5],
  [-4, 3.5, 12.5],
  [12, 2, 12.5],
  [24, 1.8, 12],
  [46, 1, 13],
  [58, 2.3, 16.2],
  [76, 3.9, 17.3],
  [100, 5.5, 20.8],
  [128, 8.6, 21.6],
]

/** How far (mm) a point lies beside the band; negative within. */
function beyondBand(x: number, z: number): number {
  let [low, high] = [BAND[0], BAND[0]]
  for (const row of BAND) {
    high = row
    if (row[0] >= z) break
    low = row
  }
  if (!low || !high) return 0
  const span = high[0] - low[0]
  const t = span > 0 ? (z - low[0]) / span : 0
  return Math.abs(x - low[1] - (high[1] - low[1]) * t) - low[2] - (high[2] - low[2]) * t
}

/**
 * Beside the tendons of the extensor: what the grid `tendon` holds there is a sheet (retinacula, expansion of the vasti),
 * and the fat pad has the capsule in front of it.
 */
export function besideTendons(s: Source): boolean {
  return beyondBand(s.x * 1000, s.z * 1000) > 0
}

/** The expansion of the vasti under the quadriceps tendon: from this height on, up to this far in front of the cavity, mm. */
const EXPANSION = { z: 46, front: 5.8 } as const

/** What the grid `tendon` holds between the quadriceps tendon and the pouch. */
export function isExpansion(s: Source): boolean {
  return s.z * 1000 > EXPANSION.z && (s.y - s.sheet) * 1000 < EXPANSION.front
}

/**
 * On thin knees skin would swallow the sheet: it then lies this thick under the skin, if it is no farther out than
 * `within`, beside the patella (below `z`); `probe` = how much deeper one looks to tell that it lies outwards. Metres.
 */
export const PRESSED = { thick: 1.5e-3, within: 6e-3, z: 0.052, probe: 5e-4 } as const

/** Outline of the infrapatellar fat pad seen from the front: an ellipse. */
const PAD = { x: 1.5, z: 2, halfX: 25, halfZ: 22 } as const
/** Back of the patellar tendon: y at `z`, and its slope above and below. */
const TENDON_BACK = { z: -4, y: 42.6, above: 0.3375, below: 0.4 } as const
/** Beside this distance from the tendon's middle the front of the pad falls away by the square, per mm. */
const PAD_FALL = { from: 10, middle: 3, lean: -0.12, per_mm: 0.1 } as const

/** Height y (mm) of the front of the pad over (x, z). */
function padFront(x: number, z: number): number {
  const dz = z - TENDON_BACK.z
  const beside = Math.abs(x - PAD_FALL.middle - PAD_FALL.lean * z) - PAD_FALL.from
  const fall = beside > 0 ? PAD_FALL.per_mm * beside * beside : 0
  return TENDON_BACK.y + dz * (dz > 0 ? TENDON_BACK.above : TENDON_BACK.below) - fall
}

/**
 * How deep (m) a point in front of the potential space lies under the front of the fat pad: behind the patellar tendon
 * and apex, in front of the condyles, above the tibia. -1 outside the pad.
 */
export function insidePad(s: Source): number {
  const [x, z] = [s.x * 1000, s.z * 1000]
  const [u, w] = [(x - PAD.x) / PAD.halfX, (z - PAD.z) / PAD.halfZ]
  if (u * u + w * w >= 1 || !(s.y > s.sheet)) return -1
  const deep = padFront(x, z) / 1000 - s.y
  return deep > 0 ? deep : -1
}
