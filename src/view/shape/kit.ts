// A small kit for plain, well-proportioned things. Lengths in millimetres here, metres in what comes out.
import {
  BoxGeometry,
  BufferAttribute,
  Color,
  CylinderGeometry,
  Euler,
  LatheGeometry,
  Matrix4,
  Quaternion,
  Vector2,
  Vector3,
  type BufferGeometry,
} from 'three'
import { RoundedBoxGeometry } from 'three/examples/jsm/geometries/RoundedBoxGeometry.js'
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js'

const MM = 0.001

/** How a surface looks; baked into vertices, so that everything solid shares one material. */
export interface Paint {
  readonly color: number
  readonly rough?: number
  readonly metal?: number
}

type V3 = readonly [number, number, number]

/** Turned part: radius and height pairs along +z, mm. */
export function turned(profile: readonly (readonly [number, number])[], segments = 24): BufferGeometry {
  const points = profile.map(([r, z]) => new Vector2(Math.max(r, 1e-4) * MM, z * MM))
  return new LatheGeometry(points, segments).rotateX(Math.PI / 2)
}

/** Straight rod from z = 0 to z = length, mm. */
export function rod(radius: number, length: number, segments = 16): BufferGeometry {
  return new CylinderGeometry(radius * MM, radius * MM, length * MM, segments)
    .rotateX(Math.PI / 2)
    .translate(0, 0, (length / 2) * MM)
}

/** Box with rounded edges around the origin, mm. */
export function rounded(size: V3, radius: number, segments = 1): BufferGeometry {
  const [w, h, d] = size
  return new RoundedBoxGeometry(w * MM, h * MM, d * MM, segments, radius * MM)
}

export function box(size: V3): BufferGeometry {
  return new BoxGeometry(size[0] * MM, size[1] * MM, size[2] * MM)
}

/** Tube of radius `r` along points, mm. */
export function bent(points: readonly V3[], r: number, segments = 10): BufferGeometry {
  const parts = points.slice(1).map((b, i) => {
    const a = points[i] ?? b
    const from = new Vector3(...a)
    const to = new Vector3(...b)
    const along = to.clone().sub(from)
    const q = new Quaternion().setFromUnitVectors(new Vector3(0, 0, 1), along.clone().normalize())
    const g = rod(r, along.length(), segments)
    return g.applyMatrix4(new Matrix4().compose(from.multiplyScalar(MM), q, new Vector3(1, 1, 1)))
  })
  return joined(parts)
}

/** Moves a part: place in mm, then turn in degrees (x, y, z) applied before the move. */
export function placed(g: BufferGeometry, at: V3, turn: V3 = [0, 0, 0]): BufferGeometry {
  const rad = Math.PI / 180
  const q = new Quaternion().setFromEuler(new Euler(turn[0] * rad, turn[1] * rad, turn[2] * rad))
  const p = new Vector3(...at).multiplyScalar(MM)
  return g.applyMatrix4(new Matrix4().compose(p, q, new Vector3(1, 1, 1)))
}

/** Bakes colour, roughness and metalness into the vertices of a part. */
export function painted(g: BufferGeometry, paint: Paint): BufferGeometry {
  const n = g.getAttribute('position').count
  const c = new Color(paint.color)
  const colors = new Float32Array(n * 3)
  const surface = new Float32Array(n * 2)
  for (let i = 0; i < n; i++) {
    c.toArray(colors, i * 3)
    surface[i * 2] = paint.rough ?? 0.6
    surface[i * 2 + 1] = paint.metal ?? 0
  }
  g.setAttribute('color', new BufferAttribute(colors, 3))
  g.setAttribute('aSurface', new BufferAttribute(surface, 2))
  g.deleteAttribute('uv')
  return withIndex(g)
}

function withIndex(g: BufferGeometry): BufferGeometry {
  if (g.index) return g
  const n = g.getAttribute('position').count
  return g.setIndex(Array.from({ length: n }, (_, i) => i))
}

/** One geometry out of many with the same attributes. @throws Error when they do not fit together */
export function joined(parts: readonly BufferGeometry[]): BufferGeometry {
  const g = mergeGeometries(parts.map(withIndex))
  if (!g) throw new Error(`joined: ${parts.length} parts with different attributes; paint all of them or none`)
  return g
}
