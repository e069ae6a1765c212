// ViewState: everything that views, sound and haptics may read (SPEC S20). Flat, serialisable, versioned.
import type { Pose } from '../../scoring/math/index.ts'

/** Raised when the meaning of a layout changes; a track names it. */
export const VIEW_VERSION = 1

/** A scalar of the view: `step` is the grain to which a track keeps it. */
export interface ScalarWord {
  readonly name: string
  readonly unit: string
  readonly step: number
}

/** Names of what a ViewState holds, in order; one layout for a whole attempt. */
export interface ViewLayout {
  readonly version: number
  readonly poses: readonly string[]
  readonly scalars: readonly ScalarWord[]
}

/**
 * The state of the scene at one tick. `poses` holds 7 numbers for each name of the layout (x y z in metres in the work
 * frame, then the quaternion x y z w); `scalars` one number for each name.
 */
export interface ViewState {
  readonly tick: number
  readonly poses: Float64Array
  readonly scalars: Float64Array
}

export function createViewState(layout: ViewLayout): ViewState & { tick: number } {
  return { tick: 0, poses: new Float64Array(layout.poses.length * 7), scalars: new Float64Array(layout.scalars.length) }
}

/** Writes `pose` at place `i` of the layout. */
export function writePose(view: ViewState, i: number, pose: Pose): void {
  view.poses.set(pose.p, i * 7)
  view.poses.set(pose.q, i * 7 + 3)
}

/** The pose at place `i` of the layout. */
export function readPose(view: ViewState, i: number): Pose {
  const n = (k: number): number => view.poses[i * 7 + k] ?? 0
  return { p: [n(0), n(1), n(2)], q: [n(3), n(4), n(5), n(6)] }
}

/** Places of names in a layout, looked up once by a view. @throws RangeError naming what is missing */
export function poseIndex(layout: ViewLayout, name: string): number {
  const i = layout.poses.indexOf(name)
  if (i < 0) throw new RangeError(`view layout: no pose "${name}"; it has ${layout.poses.join(', ')}`)
  return i
}

export function scalarIndex(layout: ViewLayout, name: string): number {
  const i = layout.scalars.findIndex((s) => s.name === name)
  if (i < 0)
    throw new RangeError(`view layout: no scalar "${name}"; it has ${layout.scalars.map((s) => s.name).join(', ')}`)
  return i
}
