// What every device delivers, whatever it is: one snapshot of head and hands at a display time.
import type { Pose } from '../../scoring/math/index.ts'
import type { HandInput } from '../sim/tick.ts'

export type Side = 'left' | 'right'
export const SIDES = ['left', 'right'] as const

/** One snapshot. Poses are in the device's reference space; a desktop gives them in the work frame itself. */
export interface DeviceSample {
  /** When these poses are shown, ms, on the clock of animation frames (`predictedDisplayTime` in a headset). */
  readonly time_ms: number
  readonly head: Pose | null
  readonly left: HandInput
  readonly right: HandInput
  readonly foot: readonly [0 | 1, 0 | 1]
}
