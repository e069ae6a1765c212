// The work frame (DESIGN: origin at the middle of the working surface, y up, z toward the learner). Height, seat and
// recentre end here, so that no wearer's height ever reaches a recording.
import {
  add,
  between,
  compose,
  IDENTITY,
  invert,
  length,
  normalize,
  rotate,
  untransform,
  ZERO,
  type Pose,
  type Quat,
  type Vec3,
} from '../../scoring/math/index.ts'
import type { HandInput } from '../sim/tick.ts'

/** Pose of the work frame's origin in the device's reference space. */
export type WorkFrame = Pose

/** For devices that think in the work frame already. */
export const SAME_FRAME: WorkFrame = { p: ZERO, q: IDENTITY }

export interface WorkFrameOptions {
  /** Head in the reference space, at the moment of recentring. */
  readonly head: Pose
  /** Height of the working surface in the reference space, m. */
  readonly surface_m: number
  /** From the eyes forward to the middle of the working surface, m. */
  readonly reach_m?: number
  /** Where the learner sits or stands beside the middle: right and back, m. */
  readonly seat?: readonly [number, number]
}

/** Design value: middle of the working surface from the eyes, m. */
const REACH_M = 0.45
/** Looking straight down or up gives no heading: below this the head's own top decides. */
const FLAT = 0.2

function heading(head: Pose): Quat {
  const forward = rotate(head.q, [0, 0, -1])
  const flat: Vec3 = [forward[0], 0, forward[2]]
  if (length(flat) > FLAT) return between([0, 0, -1], normalize(flat))
  const top = rotate(head.q, [0, forward[1] > 0 ? -1 : 1, 0])
  const flatTop: Vec3 = [top[0], 0, top[2]]
  return length(flatTop) > 0 ? between([0, 0, -1], normalize(flatTop)) : IDENTITY
}

/** A work frame in front of the learner: level, turned to where they face, its surface at the asked height. */
export function createWorkFrame(options: WorkFrameOptions): WorkFrame {
  const q = heading(options.head)
  const [right, back] = options.seat ?? [0, 0]
  const ahead = rotate(q, [-right, 0, -(options.reach_m ?? REACH_M) - back])
  const p = add(options.head.p, ahead)
  return { p: [p[0], options.surface_m, p[2]], q }
}

/** A pose of the reference space, in the work frame. */
export function toWork(frame: WorkFrame, pose: Pose): Pose {
  return compose(invert(frame), pose)
}

/** A hand's input with its pose and finger tip in the work frame. */
export function handToWork(frame: WorkFrame, hand: HandInput): HandInput {
  if (!hand.pose) return hand
  return { ...hand, pose: toWork(frame, hand.pose), index: hand.index && untransform(frame, hand.index) }
}
