// Pushing a tool along a straight path, by the hand of a scripted person: the same ticks as anybody's.
import {
  add,
  between,
  compose,
  dot,
  lerp,
  mad,
  multiply,
  nlerp,
  rotate,
  scale,
  sub,
  transform,
} from '../../scoring/math/index.ts'
import type { Pose, Vec3 } from '../../scoring/math/index.ts'
import { assemblyOf, scalarIndex, type Instrument, type Session, type TickInput } from '../sim/index.ts'
import type { Engine } from './engine.ts'
import { badInput } from './fail.ts'
import { NOBODY } from './inputs/resample.ts'

/** All in metres and seconds, work frame; `direction` has length 1. */
export interface Path {
  readonly from: Vec3
  readonly direction: Vec3
  readonly speed_m_s: number
  readonly depth_m: number
}

export interface Row {
  /** How far the tip has come along the path. */
  readonly depth_mm: number
  readonly force_n: number
  readonly tissue: string
}

/** Above everything on the way from the tray to the path, m. */
const LIFT: Vec3 = [0, 0.2, 0]
/** The path is entered from this far before its beginning, m. */
const RUN_UP = 0.03
const APPROACH_M_S = 0.25
/** The hand pulls ahead of a tip that is held back; at this gap every grip slips, m. */
const FARTHEST_AHEAD = 0.06
const SETTLE_TICKS = 30

/** What is pushed: an instrument, with the needle on it when it carries one. */
interface Pushed {
  readonly instrument: Instrument
  readonly index: number
  /** Its foremost point in its own frame, m. */
  readonly tip: Vec3
}

/** The tool with its axis along the path and its tip at `at`, turned no more than needed. */
function toolAt({ instrument, tip }: Pushed, at: Vec3, direction: Vec3): Pose {
  const { rest } = instrument
  const q = multiply(between(rotate(rest.q, instrument.axis), direction), rest.q)
  return { p: sub(at, rotate(q, tip)), q }
}

class Hand {
  readonly engine: Engine
  readonly session: Session
  readonly grip: Pose
  tool: Pose

  constructor(engine: Engine, session: Session, instrument: Instrument) {
    const [grip] = instrument.grips
    if (!grip) badInput(`tool "${instrument.id}": has no grip; it cannot be taken`)
    this.engine = engine
    this.session = session
    this.grip = grip
    this.tool = instrument.rest
  }

  step(squeeze: number): void {
    const right: TickInput['right'] = { ...NOBODY.right, pose: compose(this.tool, this.grip), tracked: 2, squeeze }
    const packed = this.engine.packTick({ ...NOBODY, right }, this.session.commands)
    this.engine.stepTick(this.session, packed)
  }

  hold(ticks: number, squeeze: number): void {
    for (let i = 0; i < ticks; i++) this.step(squeeze)
  }

  moveTo(to: Pose): void {
    const from = this.tool
    const way = sub(to.p, from.p)
    const ticks = Math.ceil((Math.sqrt(dot(way, way)) / APPROACH_M_S + 0.2) * this.engine.TICK_HZ)
    for (let i = 1; i <= ticks; i++) {
      this.tool = { p: lerp(from.p, to.p, i / ticks), q: nlerp(from.q, to.q, i / ticks) }
      this.step(1)
    }
  }
}

function takeToPath(hand: Hand, pushed: Pushed, path: Path): void {
  const { instrument, index } = pushed
  const start = toolAt(pushed, mad(path.from, path.direction, -RUN_UP), path.direction)
  hand.hold(SETTLE_TICKS, 0)
  hand.hold(SETTLE_TICKS, 1)
  hand.moveTo({ p: add(hand.tool.p, LIFT), q: hand.tool.q })
  hand.moveTo({ p: add(start.p, LIFT), q: start.q })
  hand.moveTo(start)
  hand.hold(SETTLE_TICKS, 1)
  const [, right] = hand.session.state.hands
  if (right.tool !== index)
    badInput(`tool "${instrument.id}": was lost on the way to the path; another path may be free`)
}

/** Reads force and tissue at the tool's tip. */
function rowReader(session: Session, pushed: Pushed, path: Path): (engine: Engine) => Row {
  const { instrument, index } = pushed
  const names = session.layout.scalars.map((s) => s.name)
  const { id } = assemblyOf(session, index)
  const forceName = names.includes(`${id}.force_n`) ? `${id}.force_n` : 'right.force_n'
  const force = scalarIndex(session.layout, forceName)
  return (engine) => {
    const pose = session.state.tools[index] ?? badInput(`tool "${instrument.id}": not in the session`)
    const tip = transform(pose, pushed.tip)
    return {
      depth_mm: dot(sub(tip, path.from), path.direction) * 1e3,
      force_n: engine.readView(session).scalars[force] ?? 0,
      tissue: session.anatomy.layers[session.anatomy.layerAt(tip)] ?? 'none',
    }
  }
}

/**
 * One row a tick, from the beginning of the path until the tip is `depth_m` deep or can be pushed no further.
 * @throws CliError (1) when the tool has no grip or is lost on the way
 */
export function probe(engine: Engine, session: Session, toolId: string, path: Path): Row[] {
  const index = session.procedure.instruments.findIndex((i) => i.id === toolId)
  const instrument = session.procedure.instruments[index]
  if (!instrument) {
    return badInput(
      `tool "${toolId}": not here; there are ${session.procedure.instruments.map((i) => i.id).join(', ')}`,
    )
  }
  const hand = new Hand(engine, session, instrument)
  const tool = { instrument, index, tip: assemblyOf(session, index).tip }
  takeToPath(hand, tool, path)
  const read = rowReader(session, tool, path)
  const rows: Row[] = []
  const step = scale(path.direction, path.speed_m_s / engine.TICK_HZ)
  const farthest = path.depth_m + FARTHEST_AHEAD
  for (let pushed = -RUN_UP; pushed < farthest; pushed += path.speed_m_s / engine.TICK_HZ) {
    hand.tool = { p: add(hand.tool.p, step), q: hand.tool.q }
    hand.step(1)
    const row = read(engine)
    if (row.depth_mm >= 0) rows.push(row)
    if (row.depth_mm >= path.depth_m * 1e3) break
  }
  return rows
}
