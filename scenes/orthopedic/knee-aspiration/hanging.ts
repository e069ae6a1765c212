// The wall of the joint hangs on a needle that went through it: round the shaft the fluid does not sink away at once.
import { dot, mad, rotate, sub, type Vec3 } from '../../../scoring/math/index.ts'
import { assemblyOf, type Session, type System } from '../../../src/sim/index.ts'
import type { KneeAnatomy } from '../../../src/sim/tissue/anatomy.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>

/** Where the wall that a needle went through hangs on its shaft. */
export interface Hanging {
  /** Tool; -1 = none. */
  tool: number
  /** Where its tip met the fluid, work frame. */
  at: Vec3
  /** Highest that the fluid has stood in this column since, and how much higher than the wall around it hangs now, m. */
  high_m: number
  lift_m: number
}

export function noHanging(): Hanging {
  return { tool: -1, at: [0, 0, 0], high_m: 0, lift_m: 0 }
}

/** Farther than this the wall slides along the shaft (design value); a tip drawn back by this has left it. */
const HANGS_M = 2.5e-3
const SLIPS_M = 1e-3

interface Tip {
  readonly p: Vec3
  readonly axis: Vec3
}

function tipOf(session: KneeSession, index: number): Tip | undefined {
  const { state, body, tipAt } = assemblyOf(session, index)
  const tool = session.state.tools[body]
  if (!tool || state?.inserted !== true || state.cut === 0) return undefined
  return { p: tipAt, axis: rotate(tool.q, [0, 0, 1]) }
}

/** So far behind the tip a bevel still opens into fluid, m, and in which steps it is looked for. */
const BEVEL_M = 3e-3
const BEVEL_STEP_M = 1e-3

/** The point of the bevel that lies in fluid, nearest to the tip. */
function wetPoint(session: KneeSession, tip: Tip): Vec3 | undefined {
  const { anatomy } = session
  for (let back = 0; back <= BEVEL_M; back += BEVEL_STEP_M) {
    const p = mad(tip.p, tip.axis, -back)
    if (anatomy.layers[anatomy.layerAt(p)] === 'effusion') return p
  }
  return undefined
}

/** A tip that has just come into the fluid. */
function caught(session: KneeSession): Hanging | undefined {
  const { tools } = session.state
  for (let tool = 0; tool < tools.length; tool++) {
    if (!tools[tool]?.needle?.inserted) continue
    const tip = tipOf(session, tool)
    const at = tip && wetPoint(session, tip)
    if (!at) continue
    return { tool, at, high_m: (session.anatomy as KneeAnatomy).levelAt(at), lift_m: 0 }
  }
  return undefined
}

function isOff(session: KneeSession, h: Hanging): boolean {
  const tip = tipOf(session, h.tool)
  return !tip || dot(sub(tip.p, h.at), tip.axis) < -SLIPS_M
}

/** The wall round a needle follows the sinking fluid only when it has hung on the shaft as far as it can. */
export const hang: System<KneeState> = {
  id: 'hang',
  advance(session) {
    const s = session.state.procedure
    if (s.hanging.tool >= 0 && isOff(session, s.hanging)) s.hanging = noHanging()
    if (s.hanging.tool < 0) {
      const found = caught(session)
      if (found) s.hanging = found
      return
    }
    const h = s.hanging
    const level = (session.anatomy as KneeAnatomy).levelAt(h.at)
    if (level > h.high_m) h.high_m = level
    const sunk = h.high_m - level
    h.lift_m = sunk < HANGS_M ? sunk : HANGS_M
  },
}
