// Scripted hands for tests of the simulation: say where each hand is, tick by tick.
import { lerp, nlerp, type Pose, type Vec3 } from '../../scoring/math/index.ts'
import {
  EMPTY_TICK,
  LOST_HAND,
  packTick,
  stepTick,
  type Command,
  type HandInput,
  type PackedTick,
  type Session,
} from '../../src/sim/index.ts'

/** A hand's grip space that looks along a tool's +z. */
export const ALONG_Z = [0, 1, 0, 0] as const

export type Side = 'left' | 'right'

interface Script {
  pose: Pose | null
  squeeze: number
  trigger: number
  plunger_ml: number | null
}

/** Drives a session by two hands; keeps the packed ticks. */
export class Hands {
  readonly session: Session
  readonly ticks: PackedTick[] = []
  readonly left: Script = { pose: null, squeeze: 0, trigger: 0, plunger_ml: null }
  readonly right: Script = { pose: null, squeeze: 0, trigger: 0, plunger_ml: null }

  constructor(session: Session) {
    this.session = session
  }

  tick(commands: readonly Command[] = []): void {
    const input = { ...EMPTY_TICK, left: handInput(this.left), right: handInput(this.right), commands }
    const packed = packTick(input, this.session.commands)
    this.ticks.push(packed)
    stepTick(this.session, packed)
  }

  wait(ticks: number): void {
    for (let i = 0; i < ticks; i++) this.tick()
  }

  /** Moves a hand in a straight line for `ticks` ticks. */
  move(side: Side, to: Vec3, ticks: number, q?: Pose['q']): void {
    const hand = this[side]
    const from = hand.pose ?? { p: to, q: ALONG_Z }
    for (let i = 1; i <= ticks; i++) {
      hand.pose = { p: lerp(from.p, to, i / ticks), q: q ? nlerp(from.q, q, i / ticks) : from.q }
      this.tick()
    }
  }

  squeeze(side: Side, value: number): void {
    this[side].squeeze = value
    this.tick()
  }

  /** Puts the open hand on an instrument's grip and closes it. */
  grasp(side: Side, index: number, grip = 0): void {
    const tool = this.session.state.tools[index]
    const at = this.session.procedure.instruments[index]?.grips[grip]
    if (!tool || !at) throw new RangeError(`grasp: no grip ${grip} of instrument ${index}`)
    const p = this.session.state.tools[index]?.p ?? [0, 0, 0]
    this[side].pose = { p: [p[0], p[1], p[2]], q: ALONG_Z }
    if (grip > 0) this[side].pose = { p: gripPoint(tool, at.p), q: ALONG_Z }
    this.squeeze(side, 0)
    this.squeeze(side, 1)
  }

  /** Trouble with the controls so far; that something unsterile was touched is none. */
  trouble(): Session['events'] {
    return this.told('control_trouble').filter((e) => e.values['trouble'] !== 'touch_warning')
  }

  /** Evidence of one kind so far. */
  told(kind: string): Session['events'] {
    return this.session.events.filter((e) => e.kind === kind)
  }
}

function gripPoint(tool: Pose, local: Vec3): Vec3 {
  const [x, y, z, w] = tool.q
  const axis: Vec3 = [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)]
  return [tool.p[0] + axis[0] * local[2], tool.p[1] + axis[1] * local[2], tool.p[2] + axis[2] * local[2]]
}

function handInput(s: Script): HandInput {
  if (!s.pose) return LOST_HAND
  const dial = s.plunger_ml === null ? null : { plunger_ml: s.plunger_ml, twist_rad: 0, speed: 0 }
  return { ...LOST_HAND, pose: s.pose, tracked: 2, squeeze: s.squeeze, trigger: s.trigger, dial }
}
