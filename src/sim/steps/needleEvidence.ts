// What a needle that moves in tissue testifies: layers, what stops it, and a shaft that is bent (SPEC S13, S14, S16).
import { dot, length, sub, transform, type Pose } from '../../../scoring/math/index.ts'
import type { Transition } from '../procedure.ts'
import type { Session, TickFrame } from '../session.ts'
import { leaveLayers, trackLayers, type LayerChange } from '../tissue/layers.ts'
import { trackStop, type NeedleState } from '../tissue/needle.ts'
import { withdrawn, type HoldLog } from '../tools/hold.ts'
import type { Assembly } from '../tools/mounted.ts'
import { SIDE_LIMIT_N, axisOf } from '../tools/needleRows.ts'

/** A channel at its limit for this long tears or the shaft bends, ticks (design value). */
const STRAIN_TICKS = 3
/** A shaft this far off its channel (cosine of 15 degrees) and this deep is bent at once (design values). */
const BENT_COS = 0.966
const BENT_DEPTH_M = 5e-3
const MM = 1e3

/** A needle and the body that it moves with. */
export interface Moved {
  readonly assembly: Assembly
  /** Pose of the assembly's body after the tick. */
  readonly tool: Pose
}

function layerEvidence(session: Session, id: string, n: NeedleState, change: LayerChange): Transition {
  const site = session.anatomy.layers[change.layer] ?? 'unknown'
  const { pass } = n
  const depth_mm = change.depth_m * MM
  const values = change.kind === 'enter' ? { depth_mm, force_n: change.peak_n, pass } : { depth_mm, pass }
  return { kind: change.kind, subject: id, site, values }
}

/** Tells of one tick of a needle by what its substeps saw; forgets the channel of one that is out. */
export function needleEvidence(
  session: Session,
  moved: Moved,
  log: Pick<HoldLog, 'left' | 'peak_n' | 'side_n'>,
  frame: TickFrame,
): void {
  const { id, state: n, tip } = moved.assembly
  if (!n) return
  const changes = log.left ? leaveLayers(n) : trackLayers(n)
  for (const c of changes) frame.transitions.push(layerEvidence(session, id, n, c))
  if (log.left) {
    withdrawn(n)
    return
  }
  const tissue = { field: session.anatomy, laws: session.laws }
  const stop = trackStop(n, tissue, transform(moved.tool, tip), axisOf(moved.tool))
  if (stop !== 0) {
    const site = session.anatomy.layers[stop] ?? 'unknown'
    const values = { depth_mm: n.depth * MM, force_n: log.peak_n, pass: n.pass }
    frame.transitions.push({ kind: 'contact', subject: id, site, values })
  }
  strain(moved, n, log.side_n, frame)
}

/** The needle is turned far from the channel that it made: steel bends or tissue tears, however soft the tissue. */
function bent(n: NeedleState, tool: Pose): boolean {
  if (n.depth < BENT_DEPTH_M) return false
  const channel = sub(n.end, n.entry)
  return dot(axisOf(tool), channel) < BENT_COS * length(channel)
}

function strain(moved: Moved, n: NeedleState, side_n: number, frame: TickFrame): void {
  const before = n.strained
  const more = bent(n, moved.tool) ? STRAIN_TICKS : side_n >= SIDE_LIMIT_N ? 1 : 0
  n.strained = more === 0 ? 0 : before + more
  if (before >= STRAIN_TICKS || n.strained < STRAIN_TICKS) return
  const values = { complication: 'shaft_bent', force_n: side_n, depth_mm: n.depth * MM }
  frame.transitions.push({ kind: 'complication', subject: moved.assembly.id, values })
}
