// How each layer answers a needle. No newton has been published for skin or capsule of the knee (biomechanics: not
// found), so all are design values; only their order follows the measured decomposition (membranes peak, then drop).
import { lawFor, type TissueLaw } from '../../../src/sim/tissue/law.ts'
import { needle } from '../../common/instruments/kit.ts'

function law(stiffness_n_m: number, rupture_n: number, cutting_n: number, friction_n_m: number): TissueLaw {
  return { stiffness_n_m, rupture_n, cutting_n, friction_n_m, mark: 'placeholder' }
}

const BONE = law(20_000, 1e9, 1e9, 0)

/** For a 20 G needle; `needleForces` says what other gauges meet. */
export const tissue: Readonly<Record<string, TissueLaw>> = {
  air: law(0, 0, 0, 0),
  skin: law(900, 1.8, 0.7, 40),
  fat: law(700, 0.35, 0.3, 15),
  muscle: law(900, 0.6, 0.45, 25),
  tendon: law(2500, 2.8, 1.6, 90),
  retinaculum: law(1800, 1.4, 0.7, 60),
  capsule: law(1800, 1.9, 0.8, 80),
  synovium: law(1200, 0.5, 0.4, 30),
  effusion: law(1800, 0.02, 0.02, 0),
  fat_pad: law(700, 0.4, 0.35, 20),
  vessel: law(1000, 0.6, 0.4, 20),
  cartilage: law(8000, 4.5, 3.5, 150),
  bone: BONE,
  marrow: law(9000, 40, 30, 400),
}

/** What a needle of the tray meets in a layer. */
export interface NeedleForce {
  readonly gauge: number
  readonly outer_mm: number
  readonly layer: string
  readonly rupture_n: number
  readonly cutting_n: number
  readonly friction_n_m: number
  readonly mark: TissueLaw['mark']
}

/** Gauges of the tray, thickest first. */
export const GAUGES = [18, 20, 22, 25] as const

function forcesOf(gauge: number): NeedleForce[] {
  const { outer_m } = needle(gauge, 38)
  return Object.entries(tissue).map(([layer, l]) => {
    const { rupture_n, cutting_n, friction_n_m, mark } = lawFor(l, outer_m)
    return { gauge, outer_mm: outer_m * 1e3, layer, rupture_n, cutting_n, friction_n_m, mark }
  })
}

/** Every gauge in every layer. The order of the gauges is measured (see `gaugeFactor`), the newtons are not. */
export const needleForces: readonly NeedleForce[] = GAUGES.flatMap(forcesOf)
