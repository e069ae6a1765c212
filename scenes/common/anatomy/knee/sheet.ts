// The sheet along which an effusion parts the tissues: the joint's potential space in front of the femur.
import type { SheetSpec } from '../../../../src/sim/tissue/archetype.ts'
import { step } from '../kit/field.ts'
import { femur } from './bones.ts'

const SPACING = 3
const X0 = -54
const Z0 = -24
const NX = 37
const NZ = 45
/** Cartilage of the trochlea and a film of fluid lie between bone and sheet, mm. */
const ABOVE_BONE = 2.6
/** Steepest slope of the sheet: beyond the condyles it falls away as an apron instead of a cliff. */
const SLOPE = 0.75

/** Front of the femur with its cartilage over (x, z), -99 where there is none. */
function frontOfFemur(x: number, z: number): number {
  for (let y = 44; y > -40; y -= 0.5) if (femur.at(x, y, z) < ABOVE_BONE) return y + 0.25
  return -99
}

/** Deep face of the quadriceps tendon above the patella: the pouch lies on its fat, well in front of the shaft. */
function pouchFloor(x: number, z: number): number {
  const u = (x - 2) / 46
  return 37 - 13 * step(54, 20, z) - (u < 0 ? 18 : 16) * u * u
}

function envelope(front: readonly number[], i: number, k: number): number {
  let best = -99
  for (let b = 0; b < NZ; b++) {
    for (let a = 0; a < NX; a++) {
      const d = SPACING * Math.sqrt((a - i) * (a - i) + (b - k) * (b - k))
      best = Math.max(best, (front[a + b * NX] ?? -99) - SLOPE * d)
    }
  }
  return best
}

function blurred(h: readonly number[]): number[] {
  return h.map((_, o) => {
    const i = o % NX
    const k = (o - i) / NX
    let sum = 0
    for (let b = -1; b <= 1; b++) {
      for (let a = -1; a <= 1; a++) {
        const u = Math.min(Math.max(i + a, 0), NX - 1)
        const w = Math.min(Math.max(k + b, 0), NZ - 1)
        sum += (h[u + w * NX] ?? 0) * (a === 0 ? 2 : 1) * (b === 0 ? 2 : 1)
      }
    }
    return sum / 16
  })
}

function build(): SheetSpec {
  const at = (o: number): readonly [number, number] => [X0 + SPACING * (o % NX), Z0 + SPACING * Math.floor(o / NX)]
  const cells = Array.from({ length: NX * NZ }, (_, o) => o)
  const front = cells.map((o) => frontOfFemur(...at(o)))
  const raw = cells.map((o) => Math.max(envelope(front, o % NX, Math.floor(o / NX)), pouchFloor(...at(o))))
  const heights = blurred(raw).map((v) => Math.round(v * 20) / 20)
  return { x0: X0, z0: Z0, spacing: SPACING, nx: NX, nz: NZ, heights }
}

const built = build()

/** The sheet of the archetype: heights in mm, rounded to 0.05. */
export function sheet(): SheetSpec {
  return built
}

/** Height of the sheet over (x, z), mm, bilinear. */
export function heightOver(x: number, z: number): number {
  const u = Math.min(Math.max((x - X0) / SPACING, 0), NX - 1.001)
  const w = Math.min(Math.max((z - Z0) / SPACING, 0), NZ - 1.001)
  const i = Math.floor(u)
  const k = Math.floor(w)
  const at = (a: number, b: number): number => built.heights[i + a + (k + b) * NX] ?? 0
  const low = at(0, 0) + (at(1, 0) - at(0, 0)) * (u - i)
  return low + (at(0, 1) + (at(1, 1) - at(0, 1)) * (u - i) - low) * (w - k)
}
