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

/** A finger of three bones: its root, its lean to the thumb side, lengths of the bones and radius, mm. */
interface Finger {
  readonly root: V3
  readonly lean: number
  readonly lengths: V3
  readonly r: number
}

function finger(name: string, { root, lean, lengths, r }: Finger): Limb[] {
  const at = (d: number): V3 => [root[0] + d, root[1] - d * 0.06, root[2] + d * lean]
  const ends = [0, lengths[0], lengths[0] + lengths[1], lengths[0] + lengths[1] + lengths[2]]
  const radii = [r * 1.08, r * 0.98, r * 0.9, r * 0.76]
  return [1, 2, 3].map((n) => ({
    name: `${name}${n}`,
    parent: n === 1 ? 'palm' : `${name}${n - 1}`,
    from: at(ends[n - 1] ?? 0),
    to: at(ends[n] ?? 0),
    r0: radii[n - 1] ?? r,
    r1: radii[n] ?? r,
    k: 3,
  }))
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
  metacarpal([WRIST - 175, RISE - 6, 0], [WRIST - 8, RISE - 1, 0], 34, 23),
  ...finger('index', { root: [2, RISE + 1, 30], lean: 0.09, lengths: [42, 25, 20], r: 9.2 }),
  ...finger('middle', { root: [6, RISE + 2, 9], lean: 0.02, lengths: [46, 29, 21], r: 9.4 }),
  ...finger('ring', { root: [2, RISE, -12], lean: -0.06, lengths: [42, 27, 21], r: 9 }),
  ...finger('little', { root: [-8, RISE - 3, -31], lean: -0.14, lengths: [33, 20, 18], r: 8 }),
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

export const HAND_BOX = { lo: [-312, -28, -62] as V3, hi: [112, 66, 82] as V3 }
