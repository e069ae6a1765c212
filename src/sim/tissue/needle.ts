// A needle along its own axis (SPEC S13): elastic tip until rupture, then cutting; a bristle of shaft friction that grows
// with embedded length; held sideways by the channel that it made. Okamura, Simone and O'Leary 2004 describe the
// decomposition (doi 10.1109/TBME.2004.831542); the newtons are the procedure's.
import { add, atan2, cross, dot, length, lerp, mad, scale, sub, type Vec3 } from '../../../scoring/math/index.ts'
import type { TissueField } from './anatomy.ts'
import { REFERENCE_OUTER_M, gaugeFactor, type TissueLaw } from './law.ts'
import { freshSweep, trackSweep, type Sweep } from './sweep.ts'

/** A stretch of the channel inside one layer. */
export interface Segment {
  layer: number
  length: number
  /** Tip force at which the layer's surface gave way, N. */
  peak_n: number
}

export interface NeedleState {
  /** Outer diameter, m: forces grow with it. Changes only when another needle is put on the syringe. */
  outer_m: number
  /** The tip touches the body (it may still only dent the skin). */
  inserted: boolean
  entry: Vec3
  /** Its axis when the skin gave way; zero while it has not. */
  heading: Vec3
  /** End of the cut channel. */
  end: Vec3
  /** Depth of the crack tip along the axis, m; 0 until the skin is pierced. */
  cut: number
  /** Depth of the tip along the axis, m; negative = outside. */
  depth: number
  /** Force on the tip (N, >= 0 against insertion) and on the shaft (N, > 0 against insertion, < 0 against withdrawal). */
  tip_n: number
  shaft_n: number
  segments: Segment[]
  /** How many times it has pierced the skin. */
  pass: number
  /** Segment that the tip is in by the hysteresis rule, -1 = none; and the one it may be moving to. */
  at: number
  candidate: number
  candidateTicks: number
  /** Ticks during which the channel has been at its sideways limit. */
  strained: number
  /** Layer that stops the tip (bone), 0 = none. */
  stopped: number
  /** How many times it has cut into cartilage; stays when it is withdrawn. */
  scored: number
  /** Sideways travel of the tip while it is deep. */
  sweep: Sweep
}

/** What a needle keeps when it leaves the body. */
type Kept = Pick<NeedleState, 'outer_m' | 'pass' | 'scored' | 'sweep'>

/** A needle outside the body that has pierced nothing yet; `outer_m` in metres, 20 G unless told. */
export function freshNeedle(outer_m = REFERENCE_OUTER_M): NeedleState {
  return {
    outer_m,
    inserted: false,
    entry: [0, 0, 0],
    heading: [0, 0, 0],
    end: [0, 0, 0],
    cut: 0,
    depth: 0,
    tip_n: 0,
    shaft_n: 0,
    segments: [],
    pass: 0,
    at: -1,
    candidate: -1,
    candidateTicks: 0,
    strained: 0,
    stopped: 0,
    scored: 0,
    sweep: freshSweep(),
  }
}

function kept({ outer_m, pass, scored, sweep }: NeedleState): Kept {
  return { outer_m, pass, scored, sweep }
}

/** Stiffness of the shaft's bristle, N/m (design value: stick before slip over some 0.5 mm). */
export const BRISTLE_N_M = 1500
/** Friction on the way out as a share of the way in (design value). */
export const WITHDRAW_SHARE = 0.7
/** How far in front of the crack tip the tissue is asked, and the longest step of its growth, m. */
const LOOK_AHEAD = 1e-5
const GROWTH_STEP = 5e-5
const MAX_GROWTH_STEPS = 400

/** A layer with this rupture force or more stops any needle, N. */
export const IMPASSABLE_N = 1e6
/** Force from which the tip counts as touching what stops it, and travel back that ends the touch (detection limits). */
const STOP_N = 0.5
const STOP_RELEASE_M = 1e-3

/** Layer that newly stops the tip, 0 when nothing changed. */
export function trackStop(n: NeedleState, tissue: Tissue, tip: Vec3, axis: Vec3): number {
  const compressed = n.depth - n.cut
  if (n.stopped !== 0) {
    if (compressed < -STOP_RELEASE_M) n.stopped = 0
    return 0
  }
  if (compressed <= 0 || n.tip_n < STOP_N) return 0
  const { layer, limit } = ahead(n, tissue, tip, axis)
  if (limit < IMPASSABLE_N) return 0
  n.stopped = layer
  return layer
}

/** Layers by index with their laws: what a needle needs to know of a body. */
export interface Tissue {
  readonly field: TissueField
  readonly laws: readonly TissueLaw[]
}

export function lawOf(tissue: Tissue, layer: number): TissueLaw {
  const law = tissue.laws[layer]
  if (!law) throw new RangeError(`tissue law of layer ${layer}: the table has ${tissue.laws.length}`)
  return law
}

/** Friction that the shaft can bear when embedded to `depth`, N. */
export function frictionLimit(n: NeedleState, tissue: Tissue, depth: number): number {
  let force = 0
  let from = 0
  for (const s of n.segments) {
    if (from >= depth) break
    const length = from + s.length < depth ? s.length : depth - from
    force += lawOf(tissue, s.layer).friction_n_m * length
    from += s.length
  }
  return force * gaugeFactor(n.outer_m)
}

export interface Ahead {
  readonly layer: number
  readonly stiffness: number
  /** Force that the tissue in front of the crack bears before it gives way, N. */
  readonly limit: number
}

/** What the crack tip meets now: the layer ahead decides, and a new layer must first be ruptured. */
export function ahead(n: NeedleState, tissue: Tissue, tip: Vec3, axis: Vec3): Ahead {
  const layer = tissue.field.layerAt(mad(tip, axis, n.cut + LOOK_AHEAD - n.depth))
  const last = n.segments.at(-1)?.layer
  const law = lawOf(tissue, layer === 0 ? (last ?? 1) : layer)
  const inside = layer === 0 ? last !== undefined : layer === last
  const limit = (inside ? law.cutting_n : law.rupture_n) * gaugeFactor(n.outer_m)
  return { layer, stiffness: law.stiffness_n_m, limit }
}

/** Depth of `tip` along the axis from the entry, m. */
export function depthOf(n: NeedleState, tip: Vec3, axis: Vec3): number {
  return dot(sub(tip, n.entry), axis)
}

/** First contact: the swept tip is followed to the skin, so that no speed can tunnel. */
export function touch(n: NeedleState, tissue: Tissue, from: Vec3, to: Vec3): void {
  if (tissue.field.layerAt(to) === 0) return
  let outside = from
  let inside = to
  // a tip that is inside already (the skin moved over it) is pierced from where it is, never from where it will be
  if (tissue.field.layerAt(from) !== 0) outside = inside = from
  for (let i = 0; i < 16 && outside !== inside; i++) {
    const middle = lerp(outside, inside, 0.5)
    if (tissue.field.layerAt(middle) === 0) outside = middle
    else inside = middle
  }
  Object.assign(n, freshNeedle(), kept(n), { inserted: true, entry: inside, end: inside, sweep: freshSweep() })
}

/** The surface of the layer ahead gives way: the channel goes on in it. */
function breach(n: NeedleState, tissue: Tissue, a: Ahead, axis: Vec3): void {
  if (n.segments.length === 0) {
    n.pass += 1
    n.heading = axis
  }
  if (tissue.field.layers[a.layer] === 'cartilage') n.scored += 1
  n.segments.push({ layer: a.layer === 0 ? 1 : a.layer, length: 0, peak_n: a.limit })
}

function extend(n: NeedleState, layer: number, length: number): void {
  const last = n.segments.at(-1)
  if (last && last.layer === layer) last.length += length
  n.cut += length
}

/** After the tip moved: grows the crack until the tip's force is what the tissue bears, and watches for a sweep. */
export function grow(n: NeedleState, tissue: Tissue, tip: Vec3, axis: Vec3): void {
  crack(n, tissue, tip, axis)
  trackSweep(n, tissue.field.layers, tip, axis)
}

function crack(n: NeedleState, tissue: Tissue, tip: Vec3, axis: Vec3): void {
  for (let i = 0; i < MAX_GROWTH_STEPS; i++) {
    const compressed = n.depth - n.cut
    if (compressed <= 0) {
      n.tip_n = 0
      return
    }
    const a = ahead(n, tissue, tip, axis)
    n.tip_n = a.stiffness * compressed
    if (n.tip_n <= a.limit) return
    const last = n.segments.at(-1)?.layer
    if (a.layer !== last && (a.layer !== 0 || last === undefined)) {
      breach(n, tissue, a, axis)
      continue
    }
    const want = compressed - a.limit / a.stiffness
    const step = want < GROWTH_STEP ? want : GROWTH_STEP
    extend(n, last ?? 1, step)
    n.end = mad(tip, axis, n.cut - n.depth)
    if (want <= GROWTH_STEP) {
      n.tip_n = a.limit
      return
    }
  }
}

/** Angle between the needle's axis now and when the skin gave way, rad; 0 while it is not through. */
export function turnedOf(n: NeedleState, axis: Vec3): number {
  return n.inserted && n.cut > 0 ? atan2(length(cross(n.heading, axis)), dot(n.heading, axis)) : 0
}

/** Where the channel is at `depth`: the point that holds the tip sideways. */
export function channelAt(n: NeedleState, depth: number): Vec3 {
  const share = depth < n.cut ? depth / n.cut : 1
  return add(n.entry, scale(sub(n.end, n.entry), share))
}

/** The needle has left the body; what it did there stays counted. */
export function leave(n: NeedleState): void {
  Object.assign(n, freshNeedle(), kept(n))
}
