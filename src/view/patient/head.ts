// The patient's head on the pillow, in a cap and a mask, eyes closed: calm, and nobody in particular.
import { BufferAttribute, Color, Matrix4, SphereGeometry, type BufferGeometry } from 'three'
import { bent, joined, painted, type Paint } from '../shape/kit.ts'
import { surfaceNet } from '../shape/surfaceNets.ts'

type V3 = readonly [number, number, number]
type Cloth = 'skin' | 'gown'

/** Right, front, up of the patient; mm around the middle of the skull. Design sizes of an adult head. */
interface Lump {
  readonly cloth: Cloth
  readonly at: V3
  readonly r: V3
  readonly k: number
}

const both = (cloth: Cloth, at: V3, r: V3, k: number): Lump[] =>
  [1, -1].map((s) => ({ cloth, at: [at[0] * s, at[1], at[2]] as const, r, k }))

const one = (cloth: Cloth, at: V3, r: V3, k: number): Lump => ({ cloth, at, r, k })

const LUMPS: readonly Lump[] = [
  one('skin', [0, -4, 4], [75, 93, 100], 1),
  one('skin', [0, 32, -46], [61, 60, 80], 24),
  one('skin', [0, 56, -100], [34, 26, 26], 26),
  ...both('skin', [30, 74, -8], [30, 16, 13], 14),
  ...both('skin', [31, 76, -30], [17, 13, 11], 5),
  ...both('skin', [42, 58, -52], [24, 24, 22], 18),
  one('skin', [0, 92, -34], [10, 14, 26], 10),
  one('skin', [0, 99, -54], [17, 13, 12], 8),
  ...both('skin', [76, -6, -36], [8, 20, 32], 5),
  one('skin', [0, -12, -130], [52, 54, 80], 22),
  one('gown', [0, -34, -268], [128, 84, 84], 22),
  ...both('gown', [118, -48, -262], [62, 54, 66], 26),
]

const COLOURS: Readonly<Record<Cloth, Paint>> = {
  skin: { color: 0xcfa384, rough: 0.6 },
  gown: { color: 0xb9c9d6, rough: 0.95 },
}

/** Cap and mask are shells of their own, so that their edges are clean: middle, half axes (mm) and paint. */
const SHELLS: readonly (readonly [V3, V3, Paint])[] = [
  [[0, -18, 44], [87, 106, 84], { color: 0x8fb9c6, rough: 0.92 }],
  [[0, 65, -84], [58, 43, 51], { color: 0xb4d2e4, rough: 0.92 }],
]

function shells(): BufferGeometry[] {
  return SHELLS.map(([at, r, paint]) =>
    painted(new SphereGeometry(1e-3, 36, 24).scale(...r).translate(at[0] / 1e3, at[1] / 1e3, at[2] / 1e3), paint),
  )
}

/** Distance to an ellipsoid, good enough near its surface. */
function lump({ at, r }: Lump, x: number, y: number, z: number): number {
  const [u, v, w] = [(x - at[0]) / r[0], (y - at[1]) / r[1], (z - at[2]) / r[2]]
  const k0 = Math.hypot(u, v, w)
  const k1 = Math.hypot(u / r[0], v / r[1], w / r[2])
  return k1 === 0 ? -Math.min(...r) : (k0 * (k0 - 1)) / k1
}

function field(x: number, y: number, z: number): number {
  let d = 1e9
  for (const l of LUMPS) {
    const b = lump(l, x, y, z)
    const h = Math.max(0, l.k - Math.abs(d - b)) / l.k
    d = Math.min(d, b) - h * h * l.k * 0.25
  }
  return d
}

/** What a point of the surface is made of: the nearest lump. */
function clothAt(x: number, y: number, z: number): Cloth {
  let best: Cloth = 'skin'
  let near = 1e9
  for (const l of LUMPS) {
    const d = lump(l, x, y, z) - (l.cloth === 'skin' ? 0 : 1.5)
    if (d < near) [near, best] = [d, l.cloth]
  }
  return best
}

function dressed(g: BufferGeometry): BufferGeometry {
  const p = g.getAttribute('position')
  const color = new Float32Array(p.count * 3)
  const surface = new Float32Array(p.count * 2)
  for (let i = 0; i < p.count; i++) {
    const paint = COLOURS[clothAt(p.getX(i), p.getY(i), p.getZ(i))]
    new Color(paint.color).toArray(color, i * 3)
    surface[i * 2] = paint.rough ?? 0.8
  }
  g.setAttribute('color', new BufferAttribute(color, 3))
  g.setAttribute('aSurface', new BufferAttribute(surface, 2))
  return g.scale(1e-3, 1e-3, 1e-3)
}

/** Closed lids and brows: thin lines that the mesh is too coarse for. */
function features(): BufferGeometry[] {
  return [1, -1].flatMap((s) => {
    const at = (x: number, z: number): V3 => {
      let y = 60
      while (y < 120 && field(s * x, y, z) < 0) y += 0.25
      return [s * x, y, z]
    }
    const lid = [16, 22, 28, 34, 40, 46].map((x) => at(x, -35 - 3.2 * Math.sin(((x - 16) / 30) * Math.PI)))
    const loop: V3[] = [
      [s * 50, 70, -74],
      [s * 66, 42, -58],
      [s * 80, 6, -30],
    ]
    const brow = [14, 22, 30, 38, 46, 52].map((x) => at(x, -9 + 3.6 * Math.sin(((x - 10) / 44) * Math.PI)))
    return [
      painted(bent(lid, 0.8, 5), { color: 0x4a382e, rough: 0.9 }),
      painted(bent(brow, 1.3, 5), { color: 0x51433a, rough: 1 }),
      painted(bent(loop, 1, 5), { color: 0xeef2f4, rough: 0.9 }),
    ]
  })
}

/** Geometry for the shared solid material, metres; right, front, up of the patient are x, y, z. */
export function headGeometry(step_mm: number): BufferGeometry {
  const region = { lo: [-226, -130, -345], hi: [226, 118, 140] } as const
  return joined([dressed(surfaceNet(field, region, step_mm)), ...shells(), ...features()])
}

/** Patient axes (right, front, up) of one who lies with the head towards -x, to the work frame; middle of the skull at `at`. */
export function lyingAt(at: V3): Matrix4 {
  return new Matrix4().set(0, 0, -1, at[0], 0, 1, 0, at[1], 1, 0, 0, at[2], 0, 0, 0, 1)
}
