// One tick of a held tool: substeps of 1/720 s, so that strikes on bone are neither missed nor magnified (SPEC S12).
import { add, mad, rotate, scale, spin, sub, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Coupling } from '../procedure.ts'
import { depthOf, grow, leave, touch, type NeedleState, type Tissue } from '../tissue/needle.ts'
import { gripSprings, targetAt, targetVelocity } from './coupling.ts'
import { SHAFT_ROW, axisOf, needleRows, sideForce } from './needleRows.ts'
import { solveTool, type Grip, type Inertia, type Row, type Solution } from './solver.ts'
import type { ContactRows } from './contact.ts'

export const SUBSTEP_HZ = 720
/** Depth over which the coupling changes from following the hand to pure stiffness, m. */
const FOLLOW_FADE_M = 2e-3

/** A tool in motion: the part of its state that the solve reads and writes. */
export interface Motion {
  p: Vec3
  q: Pose['q']
  v: Vec3
  w: Vec3
}

/** One hand on the tool: where it was and is (grip space), and the tool in the hand's frame. */
export interface Holder {
  readonly from: Pose
  readonly to: Pose
  readonly grasp: Pose
  /** Its own stiffness; undefined = the tool's coupling. One with its own (the helper's fingers) never slips. */
  readonly coupling?: Coupling
}

export interface HeldTool {
  readonly coupling: Coupling
  readonly inertia: Inertia
  /** Tip in the tool's frame. */
  readonly tip: Vec3
  readonly needle: NeedleState | null
  readonly tissue: Tissue
  /** Contact of blunt parts with skin and furniture; undefined = none. */
  readonly contacts?: ContactRows
}

/** What the substeps of one tick saw; peaks are taken here because tick ends miss them. */
export interface HoldLog {
  /** Force of each holder's grip at the end of the tick, N. */
  readonly force_n: number[]
  /** Greatest axial force of tissue in the tick, N. */
  peak_n: number
  /** Greatest sideways force of the channel in the tick, N. */
  side_n: number
  /** Greatest force of blunt contact, N. */
  contact_n: number
  /** A grip was at its limit in the last substep. */
  saturated: boolean
  /** The needle left the body in this tick. */
  left: boolean
}

interface Step {
  readonly tool: HeldTool
  readonly motion: Motion
  readonly h: number
}

function springs(step: Step, holders: readonly Holder[], wants: readonly { v: Vec3; w: Vec3 }[], t: number): Grip[] {
  const { tool, motion } = step
  const deep = tool.needle?.inserted ? tool.needle.depth / FOLLOW_FADE_M : 0
  const follow = deep <= 0 ? 1 : deep >= 1 ? 0 : 1 - deep
  return holders.flatMap((hold, i) => {
    const target = targetAt(hold.from, hold.to, hold.grasp, t)
    const want = wants[i] ?? { v: [0, 0, 0], w: [0, 0, 0] }
    return gripSprings(hold.coupling ?? tool.coupling, tool.inertia, motion, { target, v: want.v, w: want.w, follow })
  })
}

function integrate(motion: Motion, solution: Solution, h: number): void {
  motion.v = solution.v
  motion.w = solution.w
  motion.p = mad(motion.p, motion.v, h)
  motion.q = spin(motion.q, motion.w, h)
}

/** Shaft friction after the substep: what the bristle row exerted, within its limits. Then the crack grows. */
function updateNeedle(step: Step, n: NeedleState, solution: Solution, log: HoldLog): void {
  const axis = axisOf(step.motion)
  const tip = tipOf(step)
  n.shaft_n = -(solution.forces[SHAFT_ROW] ?? 0)
  n.depth = depthOf(n, tip, axis)
  if (n.depth < 0) {
    // a dent that was let go leaves no trace; a channel is left with evidence
    if (n.cut > 0) log.left = true
    else leave(n)
    return
  }
  grow(n, step.tool.tissue, tip, axis)
  const axial = n.tip_n + n.shaft_n
  if (axial > log.peak_n) log.peak_n = axial
}

function tipOf({ tool, motion }: Step): Vec3 {
  return add(motion.p, rotate(motion.q, tool.tip))
}

interface Solved {
  readonly solution: Solution
  /** Number of rows that belong to the needle; contacts follow. */
  readonly needleRows: number
}

function solve(step: Step, grips: Grip[], needle: NeedleState | null): Solved {
  const { tool, motion } = step
  const rows: Row[] = needle
    ? needleRows(needle, tool.tissue, { p: motion.p, q: motion.q, tip: tipOf(step) }, tool.inertia)
    : []
  const count = rows.length
  if (tool.contacts) rows.push(...tool.contacts(motion, tool.inertia))
  return {
    solution: solveTool({ inertia: tool.inertia, v: motion.v, w: motion.w }, grips, rows, step.h),
    needleRows: count,
  }
}

/** A free tip that would land inside the body meets the skin within this substep, not one too late. */
function meetSkin(step: Step, free: Solution): boolean {
  const { tool, motion, h } = step
  const n = tool.needle
  if (!n || n.inserted) return false
  const before = tipOf(step)
  const after: Motion = { ...motion }
  integrate(after, free, h)
  touch(n, tool.tissue, before, add(after.p, rotate(after.q, tool.tip)))
  return n.inserted
}

function substep(step: Step, grips: Grip[], log: HoldLog): void {
  const { tool, motion } = step
  const before = tool.needle?.inserted ? tool.needle : null
  let solved = solve(step, grips, before)
  if (meetSkin(step, solved.solution)) solved = solve(step, grips, tool.needle)
  const { solution } = solved
  integrate(motion, solution, step.h)
  log.side_n = Math.max(log.side_n, sideForce(solution.forces.slice(0, solved.needleRows)))
  for (let i = solved.needleRows; i < solution.forces.length; i++) {
    log.contact_n = Math.max(log.contact_n, solution.forces[i] ?? 0)
  }
  if (tool.needle?.inserted) updateNeedle(step, tool.needle, solution, log)
}

/**
 * Moves a held tool through one tick of `dt` seconds and grows its channel.
 * @returns forces and peaks seen in the substeps
 */
export function holdTool(tool: HeldTool, motion: Motion, holders: readonly Holder[], dt: number): HoldLog {
  const steps = Math.max(1, Math.round(dt * SUBSTEP_HZ))
  const step: Step = { tool, motion, h: dt / steps }
  const wants = holders.map((hold) => targetVelocity(hold.from, hold.to, hold.grasp, dt))
  const log: HoldLog = { force_n: [], peak_n: 0, side_n: 0, contact_n: 0, saturated: false, left: false }
  let grips: Grip[] = []
  for (let s = 1; s <= steps && !log.left; s++) {
    grips = springs(step, holders, wants, s / steps)
    substep(step, grips, log)
  }
  for (let i = 0; i < grips.length; i += 2) log.force_n.push(grips[i]?.force ?? 0)
  log.saturated = grips.some((g, i) => g.force >= g.limit && holders[i >> 1]?.coupling === undefined)
  return log
}

/** The needle is out: forgets the channel. Called once the exits have been told. */
export function withdrawn(n: NeedleState): void {
  leave(n)
}

/** Mean velocity over the tick, for the solver of loose bodies. */
export function meanVelocity(before: Vec3, after: Vec3, dt: number): Vec3 {
  return scale(sub(after, before), 1 / dt)
}
