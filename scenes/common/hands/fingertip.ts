// Where an empty hand's index finger ends.
import { transform, type Vec3 } from '../../../scoring/math/index.ts'
import type { HandState } from '../../../src/sim/index.ts'

/** A controller's finger points along -z of its grip space, m (design value; a tracked finger is used itself). */
export const FINGERTIP: Vec3 = [0, -0.01, -0.09]
/** A hand that squeezes more has its fingers closed. */
const OPEN_SQUEEZE = 0.3

/** Fingertip of an empty, open hand, work frame; null when the hand is lost, closed or holds something. */
export function fingertipOf(hand: HandState, index: Vec3 | null): Vec3 | null {
  if (!hand.tracked || hand.tool >= 0 || hand.squeeze >= OPEN_SQUEEZE) return null
  return index ?? transform(hand.pose, FINGERTIP)
}
