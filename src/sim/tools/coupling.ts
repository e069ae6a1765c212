// How a hand holds a tool: a virtual coupling whose gap is the force (DESIGN: hands are coupled to tools, not glued).
import { compose, lerp, nlerp, scale, sub, turn, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Coupling } from '../procedure.ts'
import type { Grip, Inertia } from './solver.ts'

/** Mass that the hand adds to any tool, kg: a hand is never as nimble as five grams of steel (design value). */
export const HAND_MASS = 0.12
/** Moment of inertia that the hand adds, kg m^2 (design value). */
export const HAND_MOMENT = 4e-4

/** Inertia of a tool in the hand; mass in kg. */
export function heldInertia(mass: number): Inertia {
  return { mass: mass + HAND_MASS, moment: HAND_MOMENT + mass * 1e-3 }
}

/** Pose that the hand wants for the tool at `t` (0..1) through the tick. */
export function targetAt(from: Pose, to: Pose, grasp: Pose, t: number): Pose {
  return compose({ p: lerp(from.p, to.p, t), q: nlerp(from.q, to.q, t) }, grasp)
}

/** Wanted velocity of the tool over the tick: linear (m/s) and angular (rad/s). */
export function targetVelocity(from: Pose, to: Pose, grasp: Pose, dt: number): { v: Vec3; w: Vec3 } {
  const a = compose(from, grasp)
  const b = compose(to, grasp)
  return { v: scale(sub(b.p, a.p), 1 / dt), w: scale(turn(a.q, b.q), 1 / dt) }
}

/**
 * The two springs of one hand, critically damped. `follow` is the share of the hand's own velocity that the damper
 * follows: 1 in air (no lag), 0 in tissue (there the gap alone is the force, and tremor is not amplified).
 */
export function gripSprings(
  coupling: Coupling,
  inertia: Inertia,
  tool: Pose,
  want: { readonly target: Pose; readonly v: Vec3; readonly w: Vec3; readonly follow: number },
): [Grip, Grip] {
  const k = coupling.stiffness_n_m
  const kr = coupling.angular_nm_rad
  return [
    {
      at: 0,
      k,
      c: 2 * Math.sqrt(inertia.mass * k),
      e: sub(want.target.p, tool.p),
      t: scale(want.v, want.follow),
      limit: coupling.limit_n,
      force: 0,
    },
    {
      at: 3,
      k: kr,
      c: 2 * Math.sqrt(inertia.moment * kr),
      e: turn(tool.q, want.target.q),
      t: scale(want.w, want.follow),
      limit: coupling.limit_nm,
      force: 0,
    },
  ]
}
