// Between two samples: straight lines and shorter arcs, never beyond either end.
import { lerp, nlerp, type Pose } from '../../scoring/math/index.ts'
import { LOST_HAND, type Dial, type HandInput } from '../sim/tick.ts'

export const mix = (a: number, b: number, f: number): number => a + (b - a) * f

export function mixPose(a: Pose, b: Pose, f: number): Pose {
  return { p: lerp(a.p, b.p, f), q: nlerp(a.q, b.q, f) }
}

function mixDial(a: Dial, b: Dial, f: number): Dial {
  return {
    plunger_ml: mix(a.plunger_ml, b.plunger_ml, f),
    twist_rad: mix(a.twist_rad, b.twist_rad, f),
    speed: mix(a.speed, b.speed, f),
  }
}

function mixCurl(a: NonNullable<HandInput['curl']>, b: NonNullable<HandInput['curl']>, f: number): HandInput['curl'] {
  return [mix(a[0], b[0], f), mix(a[1], b[1], f), mix(a[2], b[2], f), mix(a[3], b[3], f), mix(a[4], b[4], f)]
}

/**
 * A hand at `f` (0..1) of the way from `a` to `b`. A hand that either sample has lost is lost in between: it comes back
 * where it is found, never on a line from where it was lost.
 */
export function mixHand(a: HandInput, b: HandInput, f: number): HandInput {
  if (f >= 1) return b
  if (!a.pose || !b.pose) return LOST_HAND
  return {
    pose: mixPose(a.pose, b.pose, f),
    tracked: a.tracked === 1 || b.tracked === 1 ? 1 : 2,
    trigger: mix(a.trigger, b.trigger, f),
    squeeze: mix(a.squeeze, b.squeeze, f),
    axis: [mix(a.axis[0], b.axis[0], f), mix(a.axis[1], b.axis[1], f)],
    dial: a.dial && b.dial ? mixDial(a.dial, b.dial, f) : b.dial,
    index: a.index && b.index ? lerp(a.index, b.index, f) : null,
    curl: a.curl && b.curl ? mixCurl(a.curl, b.curl, f) : null,
  }
}
