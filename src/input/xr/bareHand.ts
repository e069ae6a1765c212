// A bare hand as a gripping hand: pinch and fist with hysteresis, and a grip that sticks (CONTROLS section 4).
import { lerp, transform, untransform, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import { LOST_HAND, type HandInput } from '../../sim/tick.ts'
import { curlsOf, indexTip, palmFrame, pinchOf, type Joints } from './joints.ts'

/** Tips nearer than this close a pinch, farther than that open it, m. */
export const PINCH_CLOSE_M = 0.02
export const PINCH_OPEN_M = 0.035
/** Middle, ring and little finger curled more than this make a fist, less than that undo it. */
const FIST_CLOSE = 0.75
const FIST_OPEN = 0.5
/** A hand has to be open so long before it lets go. */
export const OPEN_MS = 300
/** How fast the held place in the palm follows the fingers, ms: what hides the fingers for a moment moves nothing. */
const FOLLOW_MS = 150

type Grip = 'open' | 'pinch' | 'fist'

export class BareHand {
  private grip: Grip = 'open'
  /** Place of the grip in the palm's frame. */
  private offset: Vec3 = [0, 0, 0]
  private openSince: number | null = null
  /** The grip closed on an earlier sample: the hand's place has settled before it squeezes. */
  private settled = false
  private lastMs = 0

  /** The hand of this frame; `joints` null = not seen: the grip stays as it was, the clock of letting go starts anew. */
  read(joints: Joints | null, nowMs: number): HandInput {
    if (!joints) {
      this.openSince = null
      return LOST_HAND
    }
    const curl = curlsOf(joints)
    const fist = (curl[2] + curl[3] + curl[4]) / 3
    const was = this.grip
    this.decide(pinchOf(joints).gap_m, fist, nowMs)
    this.settled = this.grip !== 'open' && this.grip === was
    const pose = this.place(joints, nowMs)
    this.lastMs = nowMs
    return {
      pose,
      tracked: joints.emulated ? 1 : 2,
      trigger: this.grip === 'fist' ? curl[1] : 0,
      squeeze: this.settled ? 1 : 0,
      axis: [0, 0],
      dial: null,
      index: indexTip(joints),
      curl,
    }
  }

  /** The fingers are apart, and the grip lets go unless they close again. */
  get opening(): boolean {
    return this.openSince !== null
  }

  private decide(gap_m: number, fist: number, nowMs: number): void {
    if (this.grip === 'open') {
      if (fist > FIST_CLOSE) this.grip = 'fist'
      else if (gap_m < PINCH_CLOSE_M) this.grip = 'pinch'
      this.openSince = null
      return
    }
    const open = this.grip === 'pinch' ? gap_m > PINCH_OPEN_M : fist < FIST_OPEN
    if (!open) this.openSince = null
    else this.openSince ??= nowMs
    if (this.openSince !== null && nowMs - this.openSince >= OPEN_MS) this.grip = 'open'
  }

  private place(joints: Joints, nowMs: number): Pose {
    const palm = palmFrame(joints)
    const { point, gap_m } = pinchOf(joints)
    const live: Vec3 = this.grip === 'fist' ? [0, 0, 0] : untransform(palm, point)
    if (!this.settled) this.offset = live
    else if (gap_m < PINCH_OPEN_M) {
      this.offset = lerp(this.offset, live, Math.min(Math.max(nowMs - this.lastMs, 0) / FOLLOW_MS, 1))
    }
    return { p: transform(palm, this.offset), q: palm.q }
  }
}
