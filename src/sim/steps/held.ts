// Held tools: the implicit solve, tissue, slipping, plunger; and what of it is evidence.
import { compose, invert, lerp, nlerp, type Pose } from '../../../scoring/math/index.ts'
import type { Instrument } from '../procedure.ts'
import type { Session, TickFrame } from '../session.ts'
import type { HandState, ToolState } from '../state.ts'
import { heldInertia } from '../tools/coupling.ts'
import { holdTool, type Holder, type HoldLog } from '../tools/hold.ts'
import { HUB_GRIP, STILL_GRASP, steadyBody, steadyHub } from '../tools/hub.ts'
import { assemblyOf, bodyOf, graspOfBody, isFreeNeedle, nozzleOf, type Assembly } from '../tools/mounted.ts'
import { drivePlunger, wantedPlunger, type SyringeState } from '../tools/syringe.ts'
import { DT, type HandInput, type TickInput } from '../tick.ts'
import { needleEvidence } from './needleEvidence.ts'

/** A grip at its limit for this long slips, ticks (design value). */
const SLIP_TICKS = 45

interface Held {
  readonly index: number
  readonly tool: ToolState
  readonly instrument: Instrument
  readonly assembly: Assembly
  /** Hands that hold the tool or the needle on it. */
  readonly sides: readonly (0 | 1)[]
}

function heldTools(session: Session): Held[] {
  const { tools, hands } = session.state
  const out: Held[] = []
  tools.forEach((tool, index) => {
    const instrument = session.procedure.instruments[index]
    if (tool.mode !== 'held' || !instrument) return
    const sides = ([0, 1] as const).filter((s) => hands[s].tool >= 0 && bodyOf(tools, hands[s].tool) === index)
    out.push({ index, tool, instrument, assembly: assemblyOf(session, index), sides })
  })
  return out
}

/** Beyond the grip's limit the tool slides in the hand: the grasp follows so that the force stays at the limit. */
function slip(hand: HandState, tool: Pose, id: string, frame: TickFrame): void {
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

/** The hands in their order, then the helper's fingers on the hub. */
function holdersOf(session: Session, held: Held, frame: TickFrame): Holder[] {
  const { hands } = session.state
  const holders: Holder[] = held.sides.map((s) => ({
    from: frame.from[s],
    to: hands[s].pose,
    grasp: graspOfBody(session, hands[s].tool, hands[s].grasp),
  }))
  const steady = steadyBody(session, held.index)
  if (steady) holders.push({ from: steady, to: steady, grasp: STILL_GRASP, coupling: HUB_GRIP })
  return holders
}

function solveHeld(session: Session, held: Held, frame: TickFrame): HoldLog {
  const { tool, instrument, assembly } = held
  const contacts = assembly.mounted ? session.assemblies[held.index]?.[assembly.needle] : session.contacts[held.index]
  return holdTool(
    {
      coupling: instrument.coupling,
      inertia: heldInertia(assembly.mass_kg),
      tip: assembly.tip,
      needle: assembly.state,
      tissue: { field: session.anatomy, laws: session.laws },
      ...(contacts ? { contacts } : {}),
    },
    tool,
    holdersOf(session, held, frame),
    DT,
  )
}

function moveHeld(session: Session, held: Held, input: TickInput, frame: TickFrame): void {
  const { tool, instrument, sides } = held
  frame.toolsFrom.set(held.index, { p: tool.p, q: tool.q })
  const hands = session.state.hands
  const log = solveHeld(session, held, frame)
  sides.forEach((s, i) => {
    const hand = hands[s]
    hand.force_n = log.force_n[i] ?? 0
    const own = hand.tool === held.index ? tool : compose(tool, nozzleOf(instrument))
    if (log.saturated) slip(hand, own, session.procedure.instruments[hand.tool]?.id ?? instrument.id, frame)
    else hand.saturatedTicks = 0
  })
  needleEvidence(session, held, log, frame)
  if (tool.syringe && instrument.syringe) {
    const thumbs = sides.filter((s) => hands[s].tool === held.index)
    const wish = plungerWish(
      tool.syringe,
      thumbs.map((s) => (s === 0 ? input.left : input.right)),
    )
    drivePlunger(tool.syringe, wish, instrument.syringe.capacity_ml, DT)
  }
}

/**
 * A needle left in tissue without a hand stays where it is; its vacuum and layers stay too. One that an exchange has
 * moved still has to tell what it went through.
 */
function keepStuck(session: Session, held: Held, frame: TickFrame): void {
  held.tool.v = [0, 0, 0]
  held.tool.w = [0, 0, 0]
  const n = held.assembly.state
  if (!n || !isFreeNeedle(held.instrument)) return
  needleEvidence(session, held, { left: false, peak_n: n.tip_n + n.shaft_n, side_n: 0 }, frame)
}

export function holdTools(session: Session, input: TickInput, frame: TickFrame): void {
  steadyHub(session)
  for (const held of heldTools(session)) {
    if (held.sides.length > 0) moveHeld(session, held, input, frame)
    else keepStuck(session, held, frame)
  }
}
