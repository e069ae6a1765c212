// Held tools: the implicit solve, tissue, slipping, plunger; and what of it is evidence.
import {
  compose,
  dot,
  invert,
  length,
  lerp,
  nlerp,
  sub,
  transform,
  type Pose,
  type Vec3,
} from '../../../scoring/math/index.ts'
import type { Instrument, Transition } from '../procedure.ts'
import type { Session, TickFrame } from '../session.ts'
import type { HandState, ToolState } from '../state.ts'
import { leaveLayers, trackLayers, type LayerChange } from '../tissue/layers.ts'
import { trackStop, type NeedleState } from '../tissue/needle.ts'
import { heldInertia } from '../tools/coupling.ts'
import { holdTool, withdrawn, type HoldLog } from '../tools/hold.ts'
import { SIDE_LIMIT_N, axisOf } from '../tools/needleRows.ts'
import { drivePlunger, wantedPlunger, type SyringeState } from '../tools/syringe.ts'
import { DT, type HandInput, type TickInput } from '../tick.ts'

/** A grip at its limit for this long slips, ticks (design value). */
const SLIP_TICKS = 45
/** A channel at its limit for this long tears or the shaft bends, ticks (design value). */
const STRAIN_TICKS = 3
/** A shaft this far off its channel (cosine of 15 degrees) and this deep is bent at once (design values). */
const BENT_COS = 0.966
const BENT_DEPTH_M = 5e-3
const MM = 1e3

interface Held {
  readonly index: number
  readonly tool: ToolState
  readonly instrument: Instrument
  readonly sides: readonly (0 | 1)[]
}

function heldTools(session: Session): Held[] {
  const out: Held[] = []
  session.state.tools.forEach((tool, index) => {
    const instrument = session.procedure.instruments[index]
    const sides = ([0, 1] as const).filter((s) => session.state.hands[s].tool === index)
    if (tool.mode === 'held' && instrument) out.push({ index, tool, instrument, sides })
  })
  return out
}

function layerEvidence(session: Session, held: Held, change: LayerChange): Transition {
  const site = session.anatomy.layers[change.layer] ?? 'unknown'
  const pass = held.tool.needle?.pass ?? 0
  const depth_mm = change.depth_m * MM
  const values = change.kind === 'enter' ? { depth_mm, force_n: change.peak_n, pass } : { depth_mm, pass }
  return { kind: change.kind, subject: held.instrument.id, site, values }
}

function tipOf(held: Held): Vec3 {
  return transform(held.tool, held.instrument.tip)
}

function needleEvidence(session: Session, held: Held, log: HoldLog, frame: TickFrame): void {
  const n = held.tool.needle
  if (!n) return
  const changes = log.left ? leaveLayers(n) : trackLayers(n)
  for (const c of changes) frame.transitions.push(layerEvidence(session, held, c))
  if (log.left) {
    withdrawn(n)
    return
  }
  const stop = trackStop(n, { field: session.anatomy, laws: session.laws }, tipOf(held), axisOf(held.tool))
  if (stop !== 0) {
    const site = session.anatomy.layers[stop] ?? 'unknown'
    const values = { depth_mm: n.depth * MM, force_n: log.peak_n, pass: n.pass }
    frame.transitions.push({ kind: 'contact', subject: held.instrument.id, site, values })
  }
  strain(held, n, log, frame)
}

/** The needle is turned far from the channel that it made: steel bends or tissue tears, however soft the tissue. */
function bent(n: NeedleState, tool: Pose): boolean {
  if (n.depth < BENT_DEPTH_M) return false
  const channel = sub(n.end, n.entry)
  return dot(axisOf(tool), channel) < BENT_COS * length(channel)
}

function strain(held: Held, n: NeedleState, log: HoldLog, frame: TickFrame): void {
  const before = n.strained
  const more = bent(n, held.tool) ? STRAIN_TICKS : log.side_n >= SIDE_LIMIT_N ? 1 : 0
  n.strained = more === 0 ? 0 : before + more
  if (before >= STRAIN_TICKS || n.strained < STRAIN_TICKS) return
  const values = { complication: 'shaft_bent', force_n: log.side_n, depth_mm: n.depth * MM }
  frame.transitions.push({ kind: 'complication', subject: held.instrument.id, values })
}

/** Beyond the grip's limit the tool slides in the hand: the grasp follows so that the force stays at the limit. */
function slip(hand: HandState, tool: ToolState, id: string, frame: TickFrame): void {
  hand.saturatedTicks++
  if (hand.saturatedTicks < SLIP_TICKS) return
  if (hand.saturatedTicks === SLIP_TICKS) {
    frame.transitions.push({ kind: 'control_trouble', subject: id, values: { trouble: 'slip', force_n: hand.force_n } })
  }
  const now = compose(invert(hand.pose), tool)
  hand.grasp = { p: lerp(hand.grasp.p, now.p, 0.1), q: nlerp(hand.grasp.q, now.q, 0.1) }
}

function plungerWish(syringe: SyringeState, inputs: readonly HandInput[]): number {
  return wantedPlunger(syringe, inputs.find((i) => i.dial !== null)?.dial?.plunger_ml)
}

function moveHeld(session: Session, held: Held, input: TickInput, frame: TickFrame): void {
  const { tool, instrument, sides } = held
  frame.toolsFrom.set(held.index, { p: tool.p, q: tool.q })
  const hands = session.state.hands
  const contacts = session.contacts[held.index]
  const holders = sides.map((s) => ({ from: frame.from[s], to: hands[s].pose, grasp: hands[s].grasp }))
  const log = holdTool(
    {
      coupling: instrument.coupling,
      inertia: heldInertia(instrument.mass_kg),
      tip: instrument.tip,
      needle: tool.needle,
      tissue: { field: session.anatomy, laws: session.laws },
      ...(contacts ? { contacts } : {}),
    },
    tool,
    holders,
    DT,
  )
  sides.forEach((s, i) => {
    hands[s].force_n = log.force_n[i] ?? 0
    if (log.saturated) slip(hands[s], tool, instrument.id, frame)
    else hands[s].saturatedTicks = 0
  })
  needleEvidence(session, held, log, frame)
  if (tool.syringe && instrument.syringe) {
    const wish = plungerWish(
      tool.syringe,
      sides.map((s) => (s === 0 ? input.left : input.right)),
    )
    drivePlunger(tool.syringe, wish, instrument.syringe.capacity_ml, DT)
  }
}

/** A needle left in tissue without a hand stays where it is; its vacuum and layers stay too. */
function keepStuck(held: Held): void {
  held.tool.v = [0, 0, 0]
  held.tool.w = [0, 0, 0]
}

export function holdTools(session: Session, input: TickInput, frame: TickFrame): void {
  for (const held of heldTools(session)) {
    if (held.sides.length > 0) moveHeld(session, held, input, frame)
    else keepStuck(held)
  }
}
