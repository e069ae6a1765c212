// From pixels of the picture to the scene.
import { distance, dot, length, scale, sub, type Vec3 } from '../../scoring/math/index.ts'
import type { SceneQuery } from './sceneQuery.ts'

/** An axis that is shorter on the screen gives a drag no direction; then up is forward. */
const SEEN = 0.2

/** Share of a drag that goes along `axis` as it is seen, px toward the tip. */
export function alongAxis(query: SceneQuery, axis: Vec3, dx: number, dy: number): number {
  const [x, y] = [dot(axis, query.cameraRight()), -dot(axis, query.cameraUp())]
  const long = Math.hypot(x, y)
  return long < SEEN ? -dy : (dx * x + dy * y) / long
}

/** Length that one pixel covers at the depth of `point`, m. */
export function metresPerPixel(query: SceneQuery, at: { x: number; y: number }, point: Vec3): number {
  const [a, b] = [query.ray(at.x, at.y), query.ray(at.x + 1, at.y)]
  const apart = scale(sub(b.direction, a.direction), distance(a.origin, point))
  return Math.max(length(apart) + distance(a.origin, b.origin), 1e-6)
}
