// A flat body of parallel layers under y = 0: the simplest tissue with a known depth for every boundary.
import type { Pose, Quat, Vec3 } from '../../scoring/math/index.ts'
import { add, rotate } from '../../scoring/math/index.ts'
import type { TissueField } from '../../src/sim/tissue/anatomy.ts'
import type { TissueLaw } from '../../src/sim/tissue/law.ts'
import { freshNeedle, type NeedleState, type Tissue } from '../../src/sim/tissue/needle.ts'
import { heldInertia } from '../../src/sim/tools/coupling.ts'
import { holdTool, type HeldTool, type HoldLog, type Motion } from '../../src/sim/tools/hold.ts'
import type { Coupling } from '../../src/sim/procedure.ts'

export const SLAB_LAYERS = ['air', 'skin', 'fat', 'capsule', 'effusion', 'bone'] as const
/** Depth at which each layer begins, m. */
export const SLAB_STARTS = [0, 0, 0.002, 0.012, 0.0135, 0.03] as const

const law = (stiffness_n_m: number, rupture_n: number, cutting_n: number, friction_n_m: number): TissueLaw => ({
  stiffness_n_m,
  rupture_n,
  cutting_n,
  friction_n_m,
  mark: 'placeholder',
})

export const SLAB_LAWS: readonly TissueLaw[] = [
  law(0, 0, 0, 0),
  law(900, 2.6, 0.9, 40),
  law(900, 0.4, 0.35, 20),
  law(1800, 2.4, 0.8, 90),
  law(1800, 0.02, 0.02, 0),
  law(20_000, 1e9, 1e9, 0),
]

/** Layer by depth below y = 0; only the skin has a distance. */
export function slabField(starts: readonly number[] = SLAB_STARTS): TissueField {
  return {
    layers: SLAB_LAYERS,
    structures: ['skin'],
    distance: (_, p) => p[1],
    layerAt: (p) => {
      const depth = -p[1]
      if (depth <= 0) return 0
      let layer = 1
      for (let i = 1; i < starts.length; i++) if (depth > (starts[i] ?? 0)) layer = i
      return layer
    },
  }
}

export const slabTissue = (laws: readonly TissueLaw[] = SLAB_LAWS): Tissue => ({ field: slabField(), laws })

/** Turns the tool's +z axis to point straight down. */
export const DOWN: Quat = [Math.SQRT1_2, 0, 0, Math.SQRT1_2]
export const NEEDLE_TIP: Vec3 = [0, 0, 0.1]
export const NEEDLE_COUPLING: Coupling = { stiffness_n_m: 250, angular_nm_rad: 3, limit_n: 15, limit_nm: 0.3 }

export interface Rig {
  readonly tool: HeldTool
  readonly motion: Motion
  readonly needle: NeedleState
}

/** A 20 g needle held 20 mm above the slab, pointing down. */
export function needleRig(options: { coupling?: Coupling; tissue?: Tissue; mass?: number } = {}): Rig {
  const needle = freshNeedle()
  const tool: HeldTool = {
    coupling: options.coupling ?? NEEDLE_COUPLING,
    inertia: heldInertia(options.mass ?? 0.02),
    tip: NEEDLE_TIP,
    needle,
    tissue: options.tissue ?? slabTissue(),
  }
  return { tool, needle, motion: { p: [0, 0.12, 0], q: DOWN, v: [0, 0, 0], w: [0, 0, 0] } }
}

export const IDENTITY_GRASP: Pose = { p: [0, 0, 0], q: [0, 0, 0, 1] }

/** Drives the rig along `path` (hand pose by time) for so many seconds at 90 Hz or `hz`; `each` after every tick. */
export function drive(
  rig: Rig,
  path: (t: number) => Pose,
  time: number | { readonly seconds: number; readonly hz: number },
  each: (tick: number, log: HoldLog) => void,
): void {
  const { seconds, hz } = typeof time === 'number' ? { seconds: time, hz: 90 } : time
  let from = path(0)
  for (let tick = 1; tick <= Math.round(seconds * hz); tick++) {
    const to = path(tick / hz)
    each(tick, holdTool(rig.tool, rig.motion, [{ from, to, grasp: IDENTITY_GRASP }], 1 / hz))
    from = to
  }
}

/** Hand pose that puts the tip of an unloaded needle at `depth` below the surface. */
export function handAt(depth: number, x = 0, z = 0): Pose {
  return { p: [x, NEEDLE_TIP[2] - depth, z], q: DOWN }
}

export function tipOf(rig: Rig): Vec3 {
  return add(rig.motion.p, rotate(rig.motion.q, NEEDLE_TIP))
}
