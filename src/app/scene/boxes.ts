// Rays against the boxes of which instruments and furniture are made.
import { unrotate, untransform, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Ray } from '../../input/index.ts'
import type { Box } from '../../sim/index.ts'

/** Distance along the ray to a box about `at` (ray in the box's frame), m; null when it misses. */
function hitBox(origin: Vec3, direction: Vec3, box: Box, grow: number): number | null {
  let near = 0
  let far = Infinity
  for (let i = 0; i < 3; i++) {
    const half = (box.half[i] ?? 0) + grow
    const o = (origin[i] ?? 0) - (box.at[i] ?? 0)
    const d = direction[i] ?? 0
    if (Math.abs(d) < 1e-9) {
      if (Math.abs(o) > half) return null
      continue
    }
    const [a, b] = [(-half - o) / d, (half - o) / d]
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  return near <= far ? near : null
}

/** Distance along the ray to the nearest of the boxes of a thing at `pose`, each grown by `grow` metres. */
export function hitBoxes(ray: Ray, pose: Pose, boxes: readonly Box[], grow = 0): number | null {
  const origin = untransform(pose, ray.origin)
  const direction = unrotate(pose.q, ray.direction)
  let best: number | null = null
  for (const box of boxes) {
    const t = hitBox(origin, direction, box, grow)
    if (t !== null && (best === null || t < best)) best = t
  }
  return best
}
