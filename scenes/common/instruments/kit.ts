// Instruments that several procedures share: sizes of common models, metres. Tool frame: working axis +z, grip at 0.
import type { Box, Coupling, Instrument, NeedleShape, Text } from '../../../src/sim/index.ts'
import type { Pose, Quat, Vec3 } from '../../../scoring/math/index.ts'

/** A hand's grip space looks along -z: turned about y it looks along the tool's +z. */
export const ALONG: Quat = [0, 1, 0, 0]
export const MAIN_GRIP: Pose = { p: [0, 0, 0], q: ALONG }

/** Largest clinical force is a 20 mm gap (design values: nobody has published the stiffness of a grip on a needle). */
export const NEEDLE_GRIP: Coupling = { stiffness_n_m: 250, angular_nm_rad: 3, limit_n: 15, limit_nm: 0.3 }
export const LIGHT_GRIP: Coupling = { stiffness_n_m: 500, angular_nm_rad: 2, limit_n: 15, limit_nm: 0.3 }

/** Regular-wall hypodermic tubing by gauge: outer and inner diameter in mm (ISO 9626 nominal sizes). */
const TUBING: Readonly<Record<number, readonly [number, number]>> = {
  18: [1.27, 0.838],
  20: [0.908, 0.603],
  22: [0.718, 0.413],
  25: [0.515, 0.26],
}

/** A needle by gauge and length in mm. @throws RangeError for a gauge that the table does not have */
export function needle(gauge: number, length_mm: number): NeedleShape {
  const size = TUBING[gauge]
  if (!size) throw new RangeError(`needle: got gauge ${gauge}, expected one of ${Object.keys(TUBING).join(', ')}`)
  return { gauge, outer_m: size[0] * 1e-3, inner_m: size[1] * 1e-3, length_m: length_mm * 1e-3 }
}

export interface Laid {
  readonly id: string
  readonly title: Text
  readonly rest: Pose
}

/** Barrel radius and length (m), travel of the plunger for a millilitre (m), mass (kg) by capacity in mL. */
const SYRINGES: Readonly<Record<number, readonly [number, number, number, number]>> = {
  5: [0.0068, 0.06, 0.0085, 0.006],
  10: [0.0083, 0.07, 0.0055, 0.01],
  20: [0.0105, 0.09, 0.0035, 0.018],
  50: [0.0145, 0.11, 0.0019, 0.035],
}
const HUB_M = 0.012

/** Length from the tool's origin to the tip of a needle on a syringe of this capacity, m. */
export function syringeReach(capacity_ml: number, needleLength_m: number): number {
  return (SYRINGES[capacity_ml]?.[1] ?? 0) / 2 + HUB_M + needleLength_m
}

/** A syringe with its needle mounted. @throws RangeError for a capacity that the table does not have */
export function syringe(laid: Laid, capacity_ml: number, n: NeedleShape): Instrument {
  const size = SYRINGES[capacity_ml]
  if (!size) throw new RangeError(`syringe: got ${capacity_ml} mL, expected one of ${Object.keys(SYRINGES).join(', ')}`)
  const [radius, length, m_per_ml, mass_kg] = size
  const tip: Vec3 = [0, 0, syringeReach(capacity_ml, n.length_m)]
  return {
    ...laid,
    grips: [MAIN_GRIP, { p: [0, 0, -length / 2], q: ALONG }],
    tip,
    axis: [0, 0, 1],
    mass_kg,
    boxes: [
      { half: [radius, radius, length / 2], at: [0, 0, 0] },
      { half: [0.0025, 0.0025, (HUB_M + n.length_m) / 2], at: [0, 0, length / 2 + (HUB_M + n.length_m) / 2] },
    ],
    coupling: NEEDLE_GRIP,
    needle: n,
    syringe: { capacity_ml, m_per_ml },
  }
}

/** Mass of a needle with its hub, kg (design value). */
const NEEDLE_KG = 0.001

/** A syringe without a needle: a luer nozzle that takes one. @param mounted id of the needle that it carries at the start */
export function luerSyringe(laid: Laid, capacity_ml: number, mounted?: string): Instrument {
  const size = SYRINGES[capacity_ml]
  if (!size) throw new RangeError(`syringe: got ${capacity_ml} mL, expected one of ${Object.keys(SYRINGES).join(', ')}`)
  const [radius, length, m_per_ml, mass_kg] = size
  const nozzle: Vec3 = [0, 0, length / 2]
  return {
    ...laid,
    grips: [MAIN_GRIP, { p: [0, 0, -length / 2], q: ALONG }],
    tip: nozzle,
    axis: [0, 0, 1],
    mass_kg,
    boxes: [{ half: [radius, radius, length / 2], at: [0, 0, 0] }],
    coupling: NEEDLE_GRIP,
    syringe: { capacity_ml, m_per_ml },
    nozzle,
    ...(mounted === undefined ? {} : { mounted }),
  }
}

/** A needle of its own that goes on a luer nozzle: hub at the origin, which is also its grip. */
export function luerNeedle(laid: Laid, n: NeedleShape): Instrument {
  const long = HUB_M + n.length_m
  return {
    ...laid,
    grips: [MAIN_GRIP],
    tip: [0, 0, long],
    axis: [0, 0, 1],
    mass_kg: NEEDLE_KG,
    boxes: [{ half: [0.0025, 0.0025, long / 2], at: [0, 0, long / 2] }],
    coupling: NEEDLE_GRIP,
    needle: n,
  }
}

/** Anything whose body is one box (gauze, tube, bottle, marker ...). */
export function block(laid: Laid, half: Vec3, mass_kg: number): Instrument {
  return rigid(laid, [{ half, at: [0, 0, 0] }], mass_kg, half[2])
}

/** A rigid tool of several boxes with its tip `reach` metres along +z. */
export function rigid(laid: Laid, boxes: readonly Box[], mass_kg: number, reach: number): Instrument {
  return {
    ...laid,
    grips: [MAIN_GRIP],
    tip: [0, 0, reach],
    axis: [0, 0, 1],
    mass_kg,
    boxes,
    coupling: LIGHT_GRIP,
  }
}
