// The commands `unmount` and `mount`: a syringe comes off its needle, another goes on (SPEC S21).
import { dot, distance, mad, sub, transform, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Command } from '../command.ts'
import { graspOf, HAND_NAMES } from '../hands/grasp.ts'
import type { Coupling, Instrument } from '../procedure.ts'
import type { Session, TickFrame } from '../session.ts'
import type { ToolState } from '../state.ts'
import { leave } from '../tissue/needle.ts'
import { heldInertia } from '../tools/coupling.ts'
import { holdTool } from '../tools/hold.ts'
import { isHubHeld, loadOn, steadyHub, takeLoad, STILL_GRASP } from '../tools/hub.ts'
import { assemblyOf, carrierAt, carryNeedles, isFreeNeedle, isPierced, nozzleOf } from '../tools/mounted.ts'
import { axisOf } from '../tools/needleRows.ts'
import { wake } from '../world/rest.ts'
import { fillBin } from './hands.ts'
import { needleEvidence } from './needleEvidence.ts'

/** A hub this near to a nozzle goes onto it, m: as far as a hand reaches a grip (design value). */
export const MOUNT_REACH_M = 0.03
/**
 * Pull of twisting a syringe off a hub that nobody holds, and push of pressing one on: axial force of the twist, N, by
 * fingers of this stiffness, for so long (design values: nobody has published them). The needle's own friction and what
 * lies before its tip decide how far it goes.
 */
export const TWIST_N = 3
const TWIST: Coupling = { stiffness_n_m: 1000, angular_nm_rad: 3, limit_n: TWIST_N, limit_nm: 0.3 }
const TWIST_S = 0.2
const STILL: Vec3 = [0, 0, 0]

/** Everything about one tool at once. */
interface Part {
  readonly index: number
  readonly tool: ToolState
  readonly instrument: Instrument
}

function partOf(session: Session, index: number): Part | undefined {
  const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
  return tool && instrument ? { index, tool, instrument } : undefined
}

function sideOf(command: Command): 0 | 1 {
  return command.args['hand'] === HAND_NAMES[0] ? 0 : 1
}

/**
 * Twists a free needle in tissue along its axis, `way` 1 = in, -1 = out.
 * @returns how far its hub went along the axis, m, and whether it came out
 */
function twist(session: Session, needle: Part, way: 1 | -1, frame: TickFrame): { moved_m: number; left: boolean } {
  const { tool, instrument } = needle
  const assembly = assemblyOf(session, needle.index)
  const from: Pose = { p: tool.p, q: tool.q }
  const axis = axisOf(from)
  const to: Pose = { p: mad(from.p, axis, (way * TWIST_N) / TWIST.stiffness_n_m), q: from.q }
  const contacts = session.contacts[needle.index]
  const body = {
    coupling: TWIST,
    inertia: heldInertia(assembly.mass_kg),
    tip: instrument.tip,
    needle: tool.needle,
    tissue: { field: session.anatomy, laws: session.laws },
    ...(contacts ? { contacts } : {}),
  }
  const log = holdTool(body, tool, [{ from, to, grasp: STILL_GRASP }], TWIST_S)
  Object.assign(tool, { v: STILL, w: STILL })
  // layers and stops are told of by the step of held tools; a needle that is out would have forgotten them by then
  if (log.left) needleEvidence(session, { assembly, tool }, log, frame)
  return { moved_m: Math.abs(dot(sub(tool.p, from.p), axis)), left: log.left }
}

function dropNeedle(session: Session, needle: Part, frame: TickFrame): void {
  const { tool } = needle
  if (tool.needle?.inserted) leave(tool.needle)
  Object.assign(tool, { handled: true, on: '', lay: tool.p })
  wake(tool)
  fillBin(session, needle.index, frame)
}

interface Exchanged {
  /** How far the hub went, m; null = the needle is not in tissue, where nothing holds it back. */
  readonly moved_m: number | null
  readonly held: boolean
}

function testifyExchange(
  frame: TickFrame,
  kind: 'attach' | 'detach',
  parts: readonly [Part, Part],
  { moved_m, held }: Exchanged,
): void {
  const [carrier, needle] = parts
  const values = moved_m === null ? { held } : { hub_mm: moved_m * 1e3, held }
  frame.transitions.push({ kind, subject: carrier.instrument.id, object: needle.instrument.id, values })
}

/** A carrier in a hand and the needle that an exchange would take from it or put on it. */
interface Exchange {
  readonly carrier: Part
  readonly needle: Part
}

function toUnmount(session: Session, side: 0 | 1): Exchange | undefined {
  const carrier = partOf(session, session.state.hands[side].tool)
  const needle = carrier && partOf(session, carrier.tool.mount)
  return carrier && needle && { carrier, needle }
}

/** Id of the needle that `unmount` would leave now, null = it would do nothing. Changes nothing. */
export function canUnmount(session: Session, side: 'left' | 'right'): string | null {
  return toUnmount(session, side === HAND_NAMES[0] ? 0 : 1)?.needle.instrument.id ?? null
}

/** Takes the carrier in a hand off its needle; does nothing when there is none. */
export function unmount(session: Session, command: Command, frame: TickFrame): void {
  const side = sideOf(command)
  const exchange = toUnmount(session, side)
  if (!exchange) return
  const { carrier, needle } = exchange
  steadyHub(session)
  const held = isHubHeld(session, side, needle.index)
  const pierced = isPierced(session.state.tools, needle.index)
  const inHand = session.state.hands.some((h) => h.tool === needle.index)
  const load = loadOn(session, needle.index)
  carrier.tool.mount = -1
  Object.assign(needle.tool, { mode: 'held', on: '', ...(pierced ? { v: STILL, w: STILL } : {}) })
  let moved_m = 0
  let free = !pierced && !inHand
  if (pierced && held) takeLoad(session, needle.index, load)
  else if (pierced) {
    const pulled = twist(session, needle, -1, frame)
    moved_m = pulled.moved_m
    free = pulled.left
  }
  testifyExchange(frame, 'detach', [carrier, needle], { moved_m: pierced ? moved_m : null, held })
  if (free) dropNeedle(session, needle, frame)
}

/** Where a nozzle can take a hub: near, and a needle that cannot turn must face the carrier's way. */
function nearestNeedle(session: Session, carrier: Part): Part | undefined {
  const nozzle = transform(carrier.tool, nozzleOf(carrier.instrument).p)
  let [best, least]: [Part | undefined, number] = [undefined, MOUNT_REACH_M]
  session.procedure.instruments.forEach((instrument, index) => {
    const tool = session.state.tools[index]
    if (!tool || tool.mode === 'mounted' || !isFreeNeedle(instrument)) return
    const gap = distance(tool.p, nozzle)
    const faces = tool.mode !== 'held' || dot(axisOf(tool), axisOf(carrier.tool)) > 0
    if (faces && gap <= least && (!best || gap < least)) [best, least] = [{ index, tool, instrument }, gap]
  })
  return best
}

/** The carrier snaps onto a hub that is held or in tissue, and the hands on it take it anew where it is now. */
function snap(session: Session, carrier: Part, needle: Part): void {
  const { v, w } = needle.tool
  Object.assign(carrier.tool, carrierAt(carrier.instrument, needle.tool), { v, w })
  for (const h of session.state.hands) if (h.tool === carrier.index) h.grasp = graspOf(h.pose, carrier.tool)
}

function toMount(session: Session, side: 0 | 1): Exchange | undefined {
  const carrier = partOf(session, session.state.hands[side].tool)
  if (!carrier?.instrument.nozzle || carrier.tool.mount >= 0) return undefined
  const needle = nearestNeedle(session, carrier)
  return needle && { carrier, needle }
}

/** Id of the needle that `mount` would put the carrier on now, null = it would do nothing. Changes nothing. */
export function canMount(session: Session, side: 'left' | 'right'): string | null {
  return toMount(session, side === HAND_NAMES[0] ? 0 : 1)?.needle.instrument.id ?? null
}

/** Puts the carrier in a hand on the nearest needle; does nothing when its nozzle is taken or no hub is near. */
export function mount(session: Session, command: Command, frame: TickFrame): void {
  const side = sideOf(command)
  const exchange = toMount(session, side)
  if (!exchange) return
  const { carrier, needle } = exchange
  steadyHub(session)
  const held = isHubHeld(session, side, needle.index)
  const pierced = isPierced(session.state.tools, needle.index)
  const load = loadOn(session, needle.index)
  const moved_m = pierced && !held ? twist(session, needle, 1, frame).moved_m : 0
  if (needle.tool.mode === 'held') snap(session, carrier, needle)
  carrier.tool.mount = needle.index
  Object.assign(needle.tool, { mode: 'mounted', still: 0 })
  carryNeedles(session.state.tools, session.procedure.instruments)
  if (pierced && held) takeLoad(session, needle.index, load)
  testifyExchange(frame, 'attach', [carrier, needle], { moved_m: pierced ? moved_m : null, held })
}
