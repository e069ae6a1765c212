// Comfort as plain functions over the work frame: turning and moving the seat never move the patient in a recording.
import { compose, invert, rotate, type Pose, type Quat, type Vec3 } from '../../scoring/math/index.ts'

/** Turn by whole steps: a smooth turn makes people sick. */
export const SNAP_DEG = 30
/** Stick beyond this turns once; back below the lower one arms it again. */
const PUSHED = 0.7
const CENTRED = 0.3

/** Where the wearer's reference space lies in the scene, given the work frame in that space. */
export function originOf(workFrame: Pose): Pose {
  return invert(workFrame)
}

function about(rad: number): Quat {
  return [0, Math.sin(rad / 2), 0, Math.cos(rad / 2)]
}

/**
 * Work frame after the wearer turned by `degrees` to the right (negative: left) on the spot where the head is.
 * @param head in the reference space
 */
export function snapTurned(workFrame: Pose, head: Pose, degrees: number): Pose {
  const q = about((degrees * Math.PI) / 180)
  const pivot: Vec3 = [head.p[0], 0, head.p[2]]
  const back = rotate(q, pivot)
  return compose({ p: [pivot[0] - back[0], 0, pivot[2] - back[2]], q }, workFrame)
}

/** Work frame after the seat moved by `right`, `up`, `towards` the patient, m, in the work frame's own directions. */
export function seatMoved(workFrame: Pose, right: number, up: number, towards: number): Pose {
  const d = rotate(workFrame.q, [-right, -up, towards])
  return { p: [workFrame.p[0] + d[0], workFrame.p[1] + d[1], workFrame.p[2] + d[2]], q: workFrame.q }
}

/** One turn for one push of the stick: -1, 0 or 1. */
export class SnapStick {
  private armed = true

  read(x: number): -1 | 0 | 1 {
    if (Math.abs(x) < CENTRED) this.armed = true
    if (!this.armed || Math.abs(x) < PUSHED) return 0
    this.armed = false
    return x > 0 ? 1 : -1
  }
}
