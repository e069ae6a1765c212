// The 25 joints of a bare hand, read once a frame, and what they say: frame of the palm, curls, pinch.
import {
  add,
  cross,
  distance,
  dot,
  lerp,
  mad,
  normalize,
  normalizeQuat,
  scale,
  sub,
  type Pose,
  type Quat,
  type Vec3,
} from '../../../scoring/math/index.ts'
import { poseOf, type XrFrame, type XrSource } from './webxr.ts'

const FINGERS = ['index', 'middle', 'ring', 'pinky'] as const
const chainOf = (finger: string): string[] =>
  ['metacarpal', 'phalanx-proximal', 'phalanx-intermediate', 'phalanx-distal', 'tip'].map(
    (j) => `${finger}-finger-${j}`,
  )

const THUMB = ['thumb-metacarpal', 'thumb-phalanx-proximal', 'thumb-phalanx-distal', 'thumb-tip']
const CHAINS = [THUMB, ...FINGERS.map(chainOf)]
export const JOINTS: readonly string[] = ['wrist', ...CHAINS.flat()]

/** How much shorter a closed finger is from root to tip than a straight one, as a share (design values). */
const CLOSED = [0.25, 0.55, 0.55, 0.55, 0.55] as const

export interface Joints {
  readonly points: ReadonlyMap<string, Vec3>
  readonly emulated: boolean
}

/** All joints in the reference space; null as soon as one is not seen. */
export function readJoints(frame: XrFrame, source: XrSource, base: object): Joints | null {
  const points = new Map<string, Vec3>()
  let emulated = false
  for (const name of JOINTS) {
    const space = source.hand?.get(name)
    const pose = space && frame.getJointPose?.(space, base)
    if (!pose) return null
    points.set(name, poseOf(pose).p)
    emulated ||= pose.emulatedPosition
  }
  return { points, emulated }
}

function at(joints: Joints, name: string): Vec3 {
  const p = joints.points.get(name)
  if (!p) throw new RangeError(`hand joints: no "${name}"; read them with readJoints`)
  return p
}

/** Rotation whose columns are the given unit axes. */
function fromAxes(x: Vec3, y: Vec3, z: Vec3): Quat {
  const trace = x[0] + y[1] + z[2]
  if (trace > 0) return normalizeQuat([y[2] - z[1], z[0] - x[2], x[1] - y[0], 1 + trace])
  if (x[0] > y[1] && x[0] > z[2]) return normalizeQuat([1 + x[0] - y[1] - z[2], y[0] + x[1], z[0] + x[2], y[2] - z[1]])
  if (y[1] > z[2]) return normalizeQuat([y[0] + x[1], 1 - x[0] + y[1] - z[2], z[1] + y[2], z[0] - x[2]])
  return normalizeQuat([z[0] + x[2], z[1] + y[2], 1 - x[0] - y[1] + z[2], x[1] - y[0]])
}

/**
 * Frame of the palm in the manner of grip space: -z leaves the fist at the thumb, +y points to the wrist. Only wrist
 * and knuckles count: fingers that hide each other do not turn it.
 */
export function palmFrame(joints: Joints): Pose {
  const wrist = at(joints, 'wrist')
  const knuckle = at(joints, 'middle-finger-phalanx-proximal')
  const y = normalize(sub(wrist, knuckle))
  const thumbward = sub(at(joints, 'index-finger-phalanx-proximal'), at(joints, 'pinky-finger-phalanx-proximal'))
  const z = normalize(scale(mad(thumbward, y, -dot(thumbward, y)), -1))
  return { p: lerp(wrist, knuckle, 0.7), q: fromAxes(cross(y, z), y, z) }
}

/** Middle between the tips of thumb and index, and how far they are apart, m. */
export function pinchOf(joints: Joints): { readonly point: Vec3; readonly gap_m: number } {
  const [thumb, index] = [at(joints, 'thumb-tip'), at(joints, 'index-finger-tip')]
  return { point: scale(add(thumb, index), 0.5), gap_m: distance(thumb, index) }
}

export const indexTip = (joints: Joints): Vec3 => at(joints, 'index-finger-tip')

/** Curl of one finger, 0 straight to 1 closed. */
function curlOf(joints: Joints, chain: readonly string[], closed: number): number {
  const points = chain.map((name) => at(joints, name))
  let along = 0
  for (const [i, p] of points.entries()) along += i > 0 ? distance(points[i - 1] ?? p, p) : 0
  const [root, tip] = [points[0], points.at(-1)]
  if (!root || !tip || !(along > 0)) return 0
  return Math.min(Math.max((1 - distance(root, tip) / along) / closed, 0), 1)
}

/** Curls of thumb to little finger. */
export function curlsOf(joints: Joints): [number, number, number, number, number] {
  const c = (i: 0 | 1 | 2 | 3 | 4): number => curlOf(joints, CHAINS[i] ?? THUMB, CLOSED[i])
  return [c(0), c(1), c(2), c(3), c(4)]
}
