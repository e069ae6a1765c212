// The little of WebXR that is read, as shapes: real frames and spoken-in ones of tests both fit.
import type { Pose } from '../../../scoring/math/index.ts'

interface Point {
  readonly x: number
  readonly y: number
  readonly z: number
}

export interface XrPose {
  readonly transform: { readonly position: Point; readonly orientation: Point & { readonly w: number } }
  readonly emulatedPosition: boolean
}

export interface XrSource {
  readonly handedness: 'none' | 'left' | 'right'
  readonly gripSpace?: object | null | undefined
  readonly gamepad?:
    { readonly buttons: readonly { readonly value: number }[]; readonly axes: readonly number[] } | null | undefined
  readonly hand?: { get(joint: string): object | undefined } | null | undefined
}

/** `XRFrame`, as far as it is read; spaces are passed through untouched. */
export interface XrFrame {
  readonly session: { readonly inputSources: Iterable<XrSource>; readonly visibilityState?: string }
  readonly predictedDisplayTime?: number
  getPose(space: object, base: object): XrPose | null | undefined
  getViewerPose(base: object): XrPose | null | undefined
  getJointPose?(joint: object, base: object): XrPose | null | undefined
}

export function poseOf(pose: XrPose): Pose {
  const { position: p, orientation: q } = pose.transform
  return { p: [p.x, p.y, p.z], q: [q.x, q.y, q.z, q.w] }
}
