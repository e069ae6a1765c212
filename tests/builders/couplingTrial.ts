// One coupling against one tissue with one tool: the trial of DESIGN's stability claim.
import type { TissueLaw } from '../../src/sim/tissue/law.ts'
import { drive, handAt, needleRig, slabField, tipOf } from './slab.ts'

export interface Trial {
  readonly stiffness: number
  readonly tissue: number
  readonly mass: number
}

export interface TrialResult {
  /** Speed when it should be at rest, m/s. */
  readonly speed: number
  /** Greatest travel beyond the final place, as a share of the whole travel. */
  readonly overshoot: number
  readonly depth: number
}

export const GRID = {
  stiffness: [100, 250, 1000, 4000, 10_000],
  tissue: [0, 300, 900, 5000, 20_000, 100_000],
  mass: [0.005, 0.02, 0.12, 0.5, 2],
} as const

/** The hand steps 20 mm, from 10 mm above the surface to 10 mm below it, and stays. */
export function runTrial(t: Trial, hz: number): TrialResult {
  const law: TissueLaw = {
    stiffness_n_m: t.tissue,
    rupture_n: 1e9,
    cutting_n: 1e9,
    friction_n_m: 0,
    mark: 'placeholder',
  }
  const air: TissueLaw = { ...law, stiffness_n_m: 0 }
  const starts = t.tissue === 0 ? [0, 1e3] : [0, 0]
  const rig = needleRig({
    mass: t.mass,
    tissue: { field: slabField(starts), laws: [air, law] },
    coupling: { stiffness_n_m: t.stiffness, angular_nm_rad: 3, limit_n: t.stiffness * 0.02, limit_nm: 0.3 },
  })
  rig.motion.p = handAt(-0.01).p
  const settle = Math.max(0.5, 10 * Math.sqrt(rig.tool.inertia.mass / t.stiffness))
  let deepest = -0.01
  drive(
    rig,
    (s) => handAt(s > 0 ? 0.01 : -0.01),
    { seconds: settle, hz },
    () => (deepest = Math.max(deepest, -tipOf(rig)[1])),
  )
  const depth = -tipOf(rig)[1]
  const speed = Math.sqrt(rig.motion.v.reduce((sum, v) => sum + v * v, 0))
  return { speed, depth, overshoot: (deepest - depth) / (depth + 0.01) }
}

/** Every trial of the grid; `every` takes a part of it. */
export function trials(every = 1): Trial[] {
  const out: Trial[] = []
  for (const stiffness of GRID.stiffness)
    for (const tissue of GRID.tissue) for (const mass of GRID.mass) out.push({ stiffness, tissue, mass })
  return out.filter((_, i) => i % every === 0)
}
