/** How a layer answers a needle; by layer name. Design values unless `source` names a measurement. */
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
