// Contact of a held tool's blunt parts with skin and furniture, as one-sided rows of the implicit solve.
import { add, dot, rotate, sub, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Fixture, Instrument } from '../procedure.ts'
import type { TissueField } from '../tissue/anatomy.ts'
import type { Inertia, Row } from './solver.ts'

export type ContactRows = (tool: Pose, inertia: Inertia) => Row[]

/** Stiffness of skin under a blunt part and of furniture, N/m (design values). */
const SKIN_N_M = 1500
const FURNITURE_N_M = 8000
const DAMPING_RATIO = 0.7
/** Step of the gradient that gives the skin's normal, m: one grid cell. */
const GRADIENT_M = 1e-3
const SKIN = 0
/** Where the band ends the field is flat: a depth is never more than twice the value read. */
const MIN_SLOPE = 0.5

/** @param r point of contact from the tool's origin; `n` is the way out of what it is `depth` metres inside of */
function push(r: Vec3, way: { readonly n: Vec3; readonly depth: number }, k: number, inertia: Inertia): Row {
  const c = 2 * DAMPING_RATIO * Math.sqrt(k * inertia.mass)
  return { n: way.n, r, k, c, e: way.depth, t: 0, low: 0, high: Infinity }
}

/** Outward normal of the skin at `p`, and how fast the field rises along it (1 for a true distance). */
export function skinNormal(field: TissueField, p: Vec3): { n: Vec3; slope: number } {
  const d = (x: number, y: number, z: number): number => field.distance(SKIN, [p[0] + x, p[1] + y, p[2] + z])
  const e = GRADIENT_M
  const g: Vec3 = [d(e, 0, 0) - d(-e, 0, 0), d(0, e, 0) - d(0, -e, 0), d(0, 0, e) - d(0, 0, -e)]
  const l = Math.sqrt(dot(g, g))
  return l > 0 ? { n: [g[0] / l, g[1] / l, g[2] / l], slope: l / (2 * e) } : { n: [0, 1, 0], slope: 1 }
}

/** The skin's answer to a point; undefined outside. A warped field is no exact distance: value over slope is the depth. */
function intoSkin(field: TissueField, p: Vec3): { n: Vec3; depth: number } | undefined {
  const d = field.distance(SKIN, p)
  if (d >= 0) return undefined
  const { n, slope } = skinNormal(field, p)
  return { n, depth: -d / (slope > MIN_SLOPE ? slope : MIN_SLOPE) }
}

/** How deep `p` is inside a box and the shortest way out; undefined when it is outside. */
function insideBox(p: Vec3, centre: Vec3, half: Vec3): { n: Vec3; depth: number } | undefined {
  const d = sub(p, centre)
  let best: { n: Vec3; depth: number } | undefined
  for (let i = 0; i < 3; i++) {
    const x = d[i] ?? 0
    const depth = (half[i] ?? 0) - Math.abs(x)
    if (depth <= 0) return undefined
    if (best && best.depth <= depth) continue
    const n: [number, number, number] = [0, 0, 0]
    n[i] = x < 0 ? -1 : 1
    best = { n, depth }
  }
  return best
}

/**
 * Rows for the given points of a tool.
 * @param skinPoints points that the skin pushes back (a needle's own tip is left out: it has a law of its own)
 * @param hardPoints points that furniture pushes back
 */
export function contactRows(
  skinPoints: readonly Vec3[],
  hardPoints: readonly Vec3[],
  field: TissueField,
  fixtures: readonly Fixture[],
): ContactRows {
  const furniture = fixtures.filter((f) => !f.body)
  const solids = furniture.flatMap((f) => f.boxes.map((b) => ({ centre: add(f.at, b.at), half: b.half })))
  return (tool, inertia) => {
    const rows: Row[] = []
    for (const local of skinPoints) {
      const r = rotate(tool.q, local)
      const hit = intoSkin(field, add(tool.p, r))
      if (hit) rows.push(push(r, hit, SKIN_N_M, inertia))
    }
    for (const local of hardPoints) {
      const r = rotate(tool.q, local)
      const p = add(tool.p, r)
      for (const s of solids) {
        const hit = insideBox(p, s.centre, s.half)
        if (hit) rows.push(push(r, hit, FURNITURE_N_M, inertia))
      }
    }
    return rows
  }
}

export interface EndPoints {
  readonly skin: readonly Vec3[]
  readonly hard: readonly Vec3[]
}

/** The same of a tool with a needle on its nozzle: its back, the end of the hub, the needle's tip. */
export function assemblyPoints(carrier: Instrument, needle: Instrument): EndPoints {
  const [back = carrier.tip] = endPoints(carrier).hard
  const tip = add(carrier.nozzle ?? carrier.tip, needle.tip)
  const hub: Vec3 = [tip[0], tip[1], tip[2] - (needle.needle?.length_m ?? 0)]
  return { skin: [back, hub], hard: [back, tip] }
}

/**
 * Points of an instrument that can rest on things: both ends of its boxes along z, and the tip. A needle's tip is no
 * skin point (it has its own law; the hub is), but furniture stops it.
 */
export function endPoints(i: Instrument): EndPoints {
  let [low, high] = [Infinity, -Infinity]
  for (const { half, at } of i.boxes) {
    low = Math.min(low, at[2] - half[2])
    high = Math.max(high, at[2] + half[2])
  }
  const back: Vec3 = [0, 0, low]
  const hub: Vec3 = [0, 0, i.tip[2] - (i.needle?.length_m ?? 0)]
  const front: Vec3 = [0, 0, high]
  return i.needle
    ? { skin: [back, hub], hard: [back, i.tip] }
    : { skin: [back, front, i.tip], hard: [back, front, i.tip] }
}
