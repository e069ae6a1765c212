// The forces of tissue on a needle as rows of the implicit solve.
import { cross, dot, mad, normalize, sub, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import {
  BRISTLE_N_M,
  WITHDRAW_SHARE,
  ahead,
  channelAt,
  depthOf,
  frictionLimit,
  type NeedleState,
  type Tissue,
} from '../tissue/needle.ts'
import type { Inertia, Row } from './solver.ts'

/** Sideways stiffness at the skin, before and after it is pierced, N/m (design values). */
const DENT_N_M = 300
const ENTRY_N_M = 1500
/** Sideways stiffness of the channel for each metre of depth, up to 50 mm, N/m^2 (design value). */
const CHANNEL_N_M2 = 2e4
const CHANNEL_DEPTH_M = 0.05
/** Force at which the channel tears at the skin or the shaft bends, N (design value). */
export const SIDE_LIMIT_N = 30
/** Damping of tissue along the shaft, N s/m (design value). */
const VISCOUS_NS_M = 3
/**
 * A tip farther than this from the end of its channel meets nothing in a substep, m. Its row must be off until then: the
 * solver clamps friction and grip by its first guess, and a spring stretched over a long channel would spoil that guess.
 */
const REACH_M = 2e-4
/** Share of critical damping of tissue under the tip and beside the shaft (design value; an undamped tip rings). */
const DAMPING_RATIO = 0.8

/** Two unit vectors square to `axis` and to each other. */
export function sideAxes(axis: Vec3): [Vec3, Vec3] {
  const b = normalize(cross(axis, Math.abs(axis[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]))
  return [b, cross(axis, b)]
}

const damping = (k: number, inertia: Inertia): number => 2 * DAMPING_RATIO * Math.sqrt(k * inertia.mass)

/** Rows are written out in one order of fields (not spread from a common part): the solver reads them 60,000 times a second. */
function axialRows(n: NeedleState, tissue: Tissue, at: Contact): Row[] {
  const { axis, r, tip, inertia } = at
  const a = ahead(n, tissue, tip, axis)
  const grip = frictionLimit(n, tissue, n.depth < n.cut ? n.depth : n.cut)
  const { limit } = a
  const k = n.cut > 0 && n.cut - n.depth > REACH_M ? 0 : a.stiffness
  const c = n.depth > n.cut || n.cut === 0 ? damping(k, inertia) : 0
  const viscous = n.cut > 0 ? VISCOUS_NS_M : 0
  const e = -n.shaft_n / BRISTLE_N_M
  return [
    { n: axis, r, k, c, e: n.cut - n.depth, t: 0, low: -limit, high: 0 },
    { n: axis, r, k: BRISTLE_N_M, c: 0, e, t: 0, low: -grip, high: grip * WITHDRAW_SHARE },
    { n: axis, r, k: 0, c: viscous, e: 0, t: 0, low: -Infinity, high: Infinity },
  ]
}

interface Contact {
  readonly tip: Vec3
  readonly axis: Vec3
  /** Tip from the tool's origin. */
  readonly r: Vec3
  readonly inertia: Inertia
}

function sideRow(side: Vec3, r: Vec3, e: number, spring: { k: number; c: number }): Row {
  return { n: side, r, k: spring.k, c: spring.c, e, t: 0, low: -SIDE_LIMIT_N, high: SIDE_LIMIT_N }
}

/** The tool's pose and its tip in the world. */
export interface Placed extends Pose {
  readonly tip: Vec3
}

/** Places of the rows in the list that `needleRows` returns. */
export const TIP_ROW = 0
export const SHAFT_ROW = 1
export const FIRST_SIDE_ROW = 3

/** Rows: tip, shaft friction, viscosity, then two sideways at the skin and two at the tip. */
export function needleRows(n: NeedleState, tissue: Tissue, tool: Placed, inertia: Inertia): Row[] {
  const { tip } = tool
  const r = sub(tip, tool.p)
  const axis = axisOf(tool)
  n.depth = depthOf(n, tip, axis)
  const at: Contact = { tip, axis, r, inertia }
  const rows = axialRows(n, tissue, at)
  const atSkin = mad(tip, axis, -n.depth)
  const deep = n.depth > CHANNEL_DEPTH_M ? CHANNEL_DEPTH_M : n.depth > 0 ? n.depth : 0
  const pierced = n.cut > 0
  const k = pierced ? ENTRY_N_M : DENT_N_M
  const atEntry = { k, c: damping(k, inertia) }
  const channel = CHANNEL_N_M2 * deep
  const atTip = { k: channel, c: damping(channel, inertia) }
  const skinArm = sub(atSkin, tool.p)
  const skinGap = sub(n.entry, atSkin)
  const tipGap = pierced ? sub(channelAt(n, n.depth), tip) : skinGap
  for (const side of sideAxes(axis)) {
    rows.push(sideRow(side, skinArm, dot(skinGap, side), atEntry))
    if (pierced) rows.push(sideRow(side, r, dot(tipGap, side), atTip))
  }
  return rows
}

/** The tool's working axis (+z) in the world. */
export function axisOf(tool: Pose): Vec3 {
  const [x, y, z, w] = tool.q
  return [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)]
}

/** Largest sideways force among the solved rows, N. */
export function sideForce(forces: readonly number[]): number {
  let most = 0
  for (let i = FIRST_SIDE_ROW; i < forces.length; i++) {
    const f = Math.abs(forces[i] ?? 0)
    if (f > most) most = f
  }
  return most
}
