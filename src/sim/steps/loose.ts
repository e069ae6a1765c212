// Tools that no hand holds: woken when something comes near, moved by the solver, put to rest again.
import { length, scale, sub, turn } from '../../../scoring/math/index.ts'
import type { Session, TickFrame } from '../session.ts'
import type { ToolState } from '../state.ts'
import { meanVelocity } from '../tools/hold.ts'
import { carryNeedles } from '../tools/mounted.ts'
import { DT, type TickInput } from '../tick.ts'
import { settle, speedOf, wakeNear, type Extent, type Mover } from '../world/rest.ts'
import { FIST_RADIUS_M, fixtureUnder, stepWorld, type Fist } from '../world/world.ts'

const FIST: Extent = { a: [0, 0, 0], b: [0, 0, 0], radius: FIST_RADIUS_M }
/** A hand is a fist, and pushes, from this squeeze on. */
const FIST_SQUEEZE = 0.6
/** A tool this far below the work surface has been lost from the room, m. */
const LOST_BELOW_M = -5

function fists(session: Session, frame: TickFrame): (Fist | null)[] {
  return session.state.hands.map((h, i) => {
    const from = frame.from[i]
    return from && h.tool < 0 && h.tracked && h.squeeze >= FIST_SQUEEZE ? { from, to: h.pose } : null
  })
}

function moversOf(session: Session, hands: readonly (Fist | null)[]): Mover[] {
  const movers: Mover[] = []
  for (const f of hands) {
    if (f) movers.push({ pose: f.to, extent: FIST, speed: length(sub(f.to.p, f.from.p)) / DT, loose: false })
  }
  session.state.tools.forEach((t, i) => {
    const extent = session.extents[i]
    if (extent && t.mode === 'held') movers.push({ pose: t, extent, speed: speedOf(t, extent), loose: false })
  })
  return movers
}

/** Loose tools that still move may strike what rests beside them. */
function looseMovers(session: Session): Mover[] {
  const movers: Mover[] = []
  session.state.tools.forEach((t, i) => {
    const extent = session.extents[i]
    if (extent && t.mode === 'loose' && t.still === 0)
      movers.push({ pose: t, extent, speed: speedOf(t, extent), loose: true })
  })
  return movers
}

/** Held tools enter the solver where they were at the start of the tick, with their mean velocity over it. */
function heldBodies(session: Session, frame: TickFrame): Map<number, ToolState> {
  const out = new Map<number, ToolState>()
  session.state.tools.forEach((t, i) => {
    const from = frame.toolsFrom.get(i)
    if (t.mode !== 'held' || !from) return
    out.set(i, { ...t, ...from, v: meanVelocity(from.p, t.p, DT), w: scale(turn(from.q, t.q), 1 / DT) })
  })
  return out
}

function landed(session: Session, index: number, frame: TickFrame): void {
  const tool = session.state.tools[index]
  const instrument = session.procedure.instruments[index]
  if (!tool || !instrument) return
  tool.on = fixtureUnder(session.world, index, session.state.contacts) || tool.on
  const kind = tool.on === 'floor' ? 'drop' : 'place'
  frame.transitions.push({ kind, subject: instrument.id, ...(tool.on ? { site: tool.on } : {}), values: {} })
}

/** Past the edge of the floor: out of the solver for good, and dropped as surely as on the floor. */
function fallOut(session: Session, index: number, frame: TickFrame): void {
  const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
  if (!tool || !instrument) return
  Object.assign(tool, { mode: 'rest', still: 0, v: [0, 0, 0], w: [0, 0, 0], handled: false, on: 'floor' })
  frame.transitions.push({ kind: 'drop', subject: instrument.id, site: 'floor', values: {} })
}

export function stepLoose(session: Session, _input: TickInput, frame: TickFrame): void {
  const { state } = session
  const hands = fists(session, frame)
  wakeNear(state.tools, session.extents, moversOf(session, hands))
  wakeNear(state.tools, session.extents, looseMovers(session))
  state.contacts = stepWorld(session.world, state.tools, { held: heldBodies(session, frame), fists: hands }, DT)
  for (const index of settle(state.tools)) landed(session, index, frame)
  state.tools.forEach((t, i) => {
    if (t.mode === 'loose' && t.p[1] < LOST_BELOW_M) fallOut(session, i, frame)
  })
  carryNeedles(state.tools, session.procedure.instruments)
}
