// Geometry of moving a tool by its tip: following, turning, keeping clear.
import {
  add,
  compose,
  cross,
  dot,
  invert,
  length,
  mad,
  multiply,
  nlerp,
  normalize,
  normalizeQuat,
  rotate,
  scale,
  sub,
  type Pose,
  type Quat,
  type Vec3,
} from '../../scoring/math/index.ts'
import type { Ray } from './sceneQuery.ts'

/** What is moved: a tool in the hand, or the finger of an empty one. */
export interface Held {
  readonly tip: Vec3
  readonly axis: Vec3
  /** The tool in the hand's frame, fixed when it was taken. */
  readonly grasp: Pose
}

/** Where the tip is and how the tool is turned. */
export interface Aim {
  readonly tip: Vec3
  readonly q: Quat
}

/** The hand that holds the tool so that it has this aim. */
export function handFor(held: Held, aim: Aim): Pose {
  const tool: Pose = { p: sub(aim.tip, rotate(aim.q, held.tip)), q: aim.q }
  return compose(tool, invert(held.grasp))
}

/** The aim of a tool at `pose`. */
export function aimOf(held: Held, pose: Pose): Aim {
  return { tip: add(pose.p, rotate(pose.q, held.tip)), q: pose.q }
}

/** Rotation by `angle` (rad) about a unit axis. */
export function turnBy(axis: Vec3, angle: number): Quat {
  const s = Math.sin(angle / 2)
  return normalizeQuat([axis[0] * s, axis[1] * s, axis[2] * s, Math.cos(angle / 2)])
}

/** Angle between two rotations, rad. */
export function angleBetween(a: Quat, b: Quat): number {
  const d = Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3])
  return 2 * Math.acos(Math.min(d, 1))
}

/** Farther than this the tip goes round in an arch instead of straight through whatever lies between, m. */
const ARCH_FROM_M = 0.06
const ARCH_SHARE = 0.3
const ARCH_MAX_M = 0.12

/** One step from `at` toward `goal`, no farther than `step` metres, over an arch when it is far. */
export function stepTip(at: Vec3, goal: Vec3, step: number): Vec3 {
  const far = length(sub(goal, at))
  if (far <= step) return goal
  const rise = far > ARCH_FROM_M ? Math.min((far - ARCH_FROM_M) * ARCH_SHARE, ARCH_MAX_M) : 0
  const way = sub(add(goal, [0, rise, 0]), at)
  return mad(at, way, Math.min(1, step / length(way)))
}

/** One step of turning, no more than `step` radians. */
export function stepTurn(at: Quat, goal: Quat, step: number): Quat {
  const angle = angleBetween(at, goal)
  return angle <= step ? goal : nlerp(at, goal, step / angle)
}

export const smooth = (u: number): number => (u <= 0 ? 0 : u >= 1 ? 1 : u * u * (3 - 2 * u))

/** Part of `v` square to the unit vector `n`. */
function square(v: Vec3, n: Vec3): Vec3 {
  return mad(v, n, -dot(v, n))
}

/**
 * Turn that makes the handle end of a tool follow the pointer: right on the screen is right, forward is away (or up,
 * when the tool already lies along the line of sight). `axis` points to the tip; angles in rad.
 */
export function tiltTurn(axis: Vec3, camera: { right: Vec3; up: Vec3 }, angles: { right: number; away: number }): Quat {
  const hub = scale(axis, -1)
  const forward = cross(camera.up, camera.right)
  const level: Vec3 = [forward[0], 0, forward[2]]
  const away = add(square(camera.up, hub), length(level) > 0 ? square(normalize(level), hub) : level)
  const right = square(camera.right, hub)
  const about = (way: Vec3, angle: number): Quat =>
    length(way) > 1e-3 ? turnBy(normalize(cross(hub, normalize(way))), angle) : [0, 0, 0, 1]
  return multiply(about(right, angles.right), about(away, angles.away))
}

/** `aim` turned by `turn` about a fixed point. */
export function turnAbout(aim: Aim, pivot: Vec3, turn: Quat): Aim {
  return { tip: add(pivot, rotate(turn, sub(aim.tip, pivot))), q: normalizeQuat(multiply(turn, aim.q)) }
}

/** Nobody works farther from the middle of the surface than this, m. */
const ROOM_M = 0.9

/** Point of the ray at height `y`, null when it does not come down there within the room. */
export function onLevel(ray: Ray, y: number): Vec3 | null {
  if (ray.direction[1] > -0.05) return null
  const p = mad(ray.origin, ray.direction, (y - ray.origin[1]) / ray.direction[1])
  return ray.origin[1] > y && length([p[0], 0, p[2]]) < ROOM_M ? p : null
}
