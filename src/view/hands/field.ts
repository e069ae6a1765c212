// A gloved right hand as a field of soft capsules: fingers along +a (tips), back towards +b, thumb side towards +c; mm.
// The frame is WebXR's grip space turned: a = -y, b = +x, c = -z of the right hand's grip.

export type V3 = readonly [number, number, number]

export interface Limb {
  readonly name: string
  /** Name of the bone that carries it. */
  readonly parent?: string
  readonly from: V3
  readonly to: V3
  readonly r0: number
  readonly r1: number
  /** Softness of its union with the rest. */
  readonly k: number
}

/** Middle of the curled fingers lies this far from the palm's own middle plane, mm. */
const RISE = 27

function finger(name: string, root: V3, lean: number, lengths: V3, r: number): Limb[] {
  const at = (d: number): V3 => [root[0] + d, root[1] - d * 0.06, root[2] + d * lean]
  const [l0, l1, l2] = lengths
  const limb = (n: number, parent: string, a: number, b: number, ra: number, rb: number): Limb => ({
    name: `${name}${n}`,
    parent,
    from: at(a),
    to: at(b),
    r0: ra,
    r1: rb,
    k: 3,
  })
  return [
    limb(1, 'palm', 0, l0, r * 1.08, r * 0.98),
    limb(2, `${name}1`, l0, l0 + l1, r * 0.98, r * 0.9),
    limb(3, `${name}2`, l0 + l1, l0 + l1 + l2, r * 0.9, r * 0.76),
  ]
}

const metacarpal = (from: V3, to: V3, r0: number, r1: number): Limb => ({ name: 'palm', from, to, r0, r1, k: 13 })

const WRIST = -92

/** Sizes of a medium adult hand (design values). */
export const LIMBS: readonly Limb[] = [
  metacarpal([WRIST + 6, RISE, 12], [0, RISE + 1, 29], 15, 12),
  metacarpal([WRIST + 6, RISE, 5], [4, RISE + 2, 9], 15.5, 12.5),
  metacarpal([WRIST + 6, RISE, -5], [0, RISE, -11], 15.5, 12),
  metacarpal([WRIST + 8, RISE - 2, -12], [-9, RISE - 3, -30], 15, 11.5),
  metacarpal([WRIST + 16, RISE - 8, 20], [-42, RISE - 12, 33], 14, 13),
  metacarpal([WRIST + 20, RISE - 7, -18], [-34, RISE - 7, -27], 12, 11),
  metacarpal([WRIST - 70, RISE - 3, 0], [WRIST, RISE - 1, 0], 29, 22),
  ...finger('index', [2, RISE + 1, 30], 0.09, [42, 25, 20], 9.2),
  ...finger('middle', [6, RISE + 2, 9], 0.02, [46, 29, 21], 9.4),
  ...finger('ring', [2, RISE, -12], -0.06, [42, 27, 21], 9),
  ...finger('little', [-8, RISE - 3, -31], -0.14, [33, 20, 18], 8),
  { name: 'thumb1', parent: 'palm', from: [WRIST + 26, RISE - 8, 28], to: [-34, RISE - 16, 47], r0: 14, r1: 12, k: 9 },
  { name: 'thumb2', parent: 'thumb1', from: [-34, RISE - 16, 47], to: [-4, RISE - 19, 58], r0: 11.6, r1: 10.2, k: 4 },
  { name: 'thumb3', parent: 'thumb2', from: [-4, RISE - 19, 58], to: [20, RISE - 19, 62], r0: 10.2, r1: 8.4, k: 3 },
]

/** Distance to a capsule with two radii (close enough for a soft surface). */
export function limbDistance(l: Limb, p: V3): number {
  const d: V3 = [l.to[0] - l.from[0], l.to[1] - l.from[1], l.to[2] - l.from[2]]
  const w: V3 = [p[0] - l.from[0], p[1] - l.from[1], p[2] - l.from[2]]
  const t = Math.min(1, Math.max(0, (w[0] * d[0] + w[1] * d[1] + w[2] * d[2]) / (d[0] ** 2 + d[1] ** 2 + d[2] ** 2)))
  return Math.hypot(w[0] - t * d[0], w[1] - t * d[1], w[2] - t * d[2]) - (l.r0 + (l.r1 - l.r0) * t)
}

function soft(a: number, b: number, k: number): number {
  const h = Math.max(0, k - Math.abs(a - b)) / k
  return Math.min(a, b) - h * h * k * 0.25
}

/** The hand's surface is where this is zero; mm. */
export function handField(x: number, y: number, z: number): number {
  let d = 1e9
  for (const l of LIMBS) d = soft(d, limbDistance(l, [x, y, z]), l.k)
  return d
}

export const HAND_BOX = { lo: [-202, -18, -62] as V3, hi: [112, 66, 82] as V3 }
