/** How a layer answers a 20 G needle; by layer name. Design values unless `source` names a measurement. */
export interface TissueLaw {
  /** Stiffness of the tissue under the tip before it gives way, N/m. */
  readonly stiffness_n_m: number
  /** Force at which the layer's surface ruptures, N; Infinity is not allowed: bone has a large number. */
  readonly rupture_n: number
  /** Force needed to go on cutting inside the layer, N. */
  readonly cutting_n: number
  /** Friction of the shaft for each metre embedded in the layer, N/m. */
  readonly friction_n_m: number
  readonly mark: 'source' | 'placeholder'
  readonly source?: string
}

/** Outer diameter of the needle that laws are written for, m: 20 G (ISO 9626). */
export const REFERENCE_OUTER_M = 0.908 * 1e-3

/**
 * Factor on rupture, cutting and friction for a needle of this outer diameter (m); 1 for 20 G. That force grows with the
 * diameter was measured (taper suture needles 5-0, 4-0, 3-0 through human abdominal skin: 0.48, 0.74, 1.00 N; Maloney,
 * Potter, Chun et al.); by how much it grows for a hypodermic needle was not found: in proportion (friction with the
 * circumference) is a design value. Stiffness is the tissue's own: a thicker needle dents deeper before it breaks through.
 * @throws RangeError for a diameter that is not above 0
 */
export function gaugeFactor(outer_m: number): number {
  if (outer_m > 0 && outer_m < Infinity) return outer_m / REFERENCE_OUTER_M
  throw new RangeError(`needle: got an outer diameter of ${outer_m} m, expected more than 0`)
}

/** The law of a layer for a needle of this outer diameter, m. */
export function lawFor(law: TissueLaw, outer_m: number): TissueLaw {
  const k = gaugeFactor(outer_m)
  return {
    ...law,
    rupture_n: law.rupture_n * k,
    cutting_n: law.cutting_n * k,
    friction_n_m: law.friction_n_m * k,
  }
}
