// Vertex data of a skin beyond what was baked: two scales of mottling, lesions, pen marks.
import { BufferAttribute, type BufferGeometry } from 'three'
import type { Vec3 } from '../../../scoring/math/index.ts'
import { rough } from '../shape/noise.ts'

/** A patch of inflamed skin around a point of the work frame, m. */
export interface Lesion {
  readonly at: Vec3
  readonly radius: number
}

const fade = (t: number): number => {
  const x = Math.min(1, Math.max(0, t))
  return x * x * (3 - 2 * x)
}

/** Adds `aLook` = (coarse mottling, fine mottling, inflammation, ink). `aBake` is filled when the bake had none. */
export function dressSkin(g: BufferGeometry, lesions: readonly Lesion[]): void {
  const rest = g.getAttribute('aRest')
  const p = g.getAttribute('position')
  const look = new Float32Array(rest.count * 4)
  for (let i = 0; i < rest.count; i++) {
    const [x, y, z] = [rest.getX(i), rest.getY(i), rest.getZ(i)]
    const lo = rough(x * 24 + 5, y * 24, z * 24)
    const mi = rough(x * 95, y * 95 + 9, z * 95)
    const red = Math.max(
      0,
      ...lesions.map((l) => {
        const d = Math.hypot(p.getX(i) - l.at[0], p.getY(i) - l.at[1], p.getZ(i) - l.at[2])
        return fade(1.35 - d / l.radius / 0.9 + (mi - 0.5) * 0.5)
      }),
    )
    look.set([lo, mi, red, 0], i * 4)
  }
  g.setAttribute('aLook', new BufferAttribute(look, 4))
  if (!g.hasAttribute('aBake')) {
    g.setAttribute('aBake', new BufferAttribute(new Float32Array(rest.count * 4).fill(1), 4))
  }
}
