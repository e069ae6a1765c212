// The camera as plain numbers in the work frame, and the way between pixels and rays.
import { conjugate, dot, normalize, rotate, sub, type Pose, type Quat, type Vec3 } from '../../../scoring/math/index.ts'
import type { Ray } from '../../input/index.ts'

/** Where the picture is seen from; updated once a frame, read by everything that asks about pixels. */
export interface Look {
  position: Vec3
  quaternion: Quat
  /** Vertical opening, rad. */
  fov: number
  /** Size of the picture, px. */
  width: number
  height: number
}

export function createLook(): Look {
  return { position: [0, 0.6, 0.7], quaternion: [0, 0, 0, 1], fov: 0.73, width: 1, height: 1 }
}

const slope = (look: Look): number => Math.tan(look.fov / 2)

/** The ray through the pixel (x, y), counted from the picture's top left corner. */
export function rayAt(look: Look, x: number, y: number): Ray {
  const t = slope(look)
  const across = ((2 * x) / look.width - 1) * t * (look.width / look.height)
  const up = (1 - (2 * y) / look.height) * t
  return { origin: look.position, direction: normalize(rotate(look.quaternion, [across, up, -1])) }
}

/** The pixel at which a point is seen; null behind the camera. */
export function pixelOf(look: Look, point: Vec3): readonly [number, number] | null {
  const p = rotate(conjugate(look.quaternion), sub(point, look.position))
  if (p[2] > -0.01) return null
  const t = slope(look)
  const across = p[0] / -p[2] / t / (look.width / look.height)
  const up = p[1] / -p[2] / t
  return [((across + 1) / 2) * look.width, ((1 - up) / 2) * look.height]
}

export const lookRight = (look: Look): Vec3 => rotate(look.quaternion, [1, 0, 0])
export const lookUp = (look: Look): Vec3 => rotate(look.quaternion, [0, 1, 0])
export const lookPose = (look: Look): Pose => ({ p: look.position, q: look.quaternion })

/** How far along a ray the point lies, and how far beside it, m. */
export function alongAndBeside(ray: Ray, point: Vec3): readonly [number, number] {
  const to = sub(point, ray.origin)
  const along = dot(to, ray.direction)
  const d2 = dot(to, to) - along * along
  return [along, Math.sqrt(Math.max(0, d2))]
}
