// A scripted person: moves two hands and a head, with tremor, through the same ticks as anybody.
import {
  add,
  compose,
  cos,
  distance,
  invert,
  lerp,
  mad,
  nlerp,
  normal,
  normalizeQuat,
  scale,
  sin,
  stream,
  uniform,
  type Pose,
  type Stream,
  type Vec3,
} from '../../../scoring/math/index.ts'
import type { Command, HandInput, PerformerView, Session, TickInput } from '../../../src/sim/index.ts'
import { LOST_HAND, TICK_HZ } from '../../../src/sim/index.ts'

export type Side = 'left' | 'right'

/** How a person moves; amplitudes in mm. */
export interface Manner {
  readonly tremor_mm: number
  /** Peak-free mean speed of free reaches, m/s. */
  readonly reach_m_s: number
  /** Reaction to what is seen or felt, ticks. */
  readonly reaction_ticks: number
}

export const STEADY: Manner = { tremor_mm: 0.3, reach_m_s: 0.35, reaction_ticks: 18 }

const MM = 1e-3
/** Physiological tremor, and the slow sway of a head that is looking at its work, Hz. */
const TREMOR_HZ = 8
const SWAY_HZ = 0.3
const SWAY_MM = 6
const TURN = 6.283185307179586

/** An oscillation of one frequency with a random phase for each axis; `rms_mm` is its length in space. */
class Oscillation {
  readonly #phase: [number, number][]
  readonly #amplitude: number
  readonly #cos: number
  readonly #sin: number

  constructor(chance: Stream, hz: number, rms_mm: number) {
    const angle = (TURN * hz) / TICK_HZ
    this.#cos = cos(angle)
    this.#sin = sin(angle)
    this.#amplitude = rms_mm * MM * Math.sqrt(2 / 3)
    this.#phase = [0, 1, 2].map(() => {
      const x = uniform(chance, -1, 1)
      return [x, Math.sqrt(1 - x * x)]
    })
  }

  /** Displacement at the next tick, m. */
  step(): Vec3 {
    const at = (i: number): number => {
      const [c, s] = this.#phase[i] ?? [1, 0]
      const [x, y] = [c * this.#cos - s * this.#sin, c * this.#sin + s * this.#cos]
      const l = 1 / Math.sqrt(x * x + y * y)
      this.#phase[i] = [x * l, y * l]
      return x * l * this.#amplitude
    }
    return [at(0), at(1), at(2)]
  }
}

/** Share of a reach done at the share `t` of its time: minimum jerk (Flash and Hogan 1985). */
export function minimumJerk(t: number): number {
  return t * t * t * (10 + t * (-15 + 6 * t))
}

interface HandScript {
  pose: Pose
  squeeze: number
  trigger: number
  plunger_ml: number
}

/** Where empty hands wait. */
export const AT_REST: Readonly<Record<Side, Pose>> = {
  left: { p: [-0.25, 0.22, 0.36], q: [0, 0, 0, 1] },
  right: { p: [0.22, 0.22, 0.36], q: [0, 0, 0, 1] },
}

/** Who goes on with what somebody else began has the hands where they are. */
function handOf(session: Session, side: 0 | 1): HandScript {
  const { pose, squeeze, trigger, tool } = session.state.hands[side]
  return { pose, squeeze, trigger, plunger_ml: session.state.tools[tool]?.syringe?.plunger_ml ?? 0 }
}

export type Play<T = void> = Generator<TickInput, T, PerformerView>

const HEAD: Pose = { p: [0.05, 0.5, 0.55], q: normalizeQuat([-0.32, 0, 0, 0.95]) }

/** Moves hands; each method yields one tick after another and returns when its motion is over. */
export class Actor {
  readonly session: Session
  readonly manner: Manner
  readonly chance: Stream
  readonly #hands: Record<Side, HandScript>
  readonly #tremor: Record<Side, Oscillation>
  readonly #headTremor: Oscillation
  readonly #sway: Oscillation
  #tick = 0
  #commands: Command[] = []
  seen: PerformerView

  constructor(session: Session, seed: number, manner: Manner) {
    this.session = session
    this.manner = manner
    this.chance = stream(seed, 'actor')
    const body = stream(seed, 'tremor')
    this.#tremor = {
      left: new Oscillation(body, TREMOR_HZ, manner.tremor_mm),
      right: new Oscillation(body, TREMOR_HZ, manner.tremor_mm),
    }
    this.#headTremor = new Oscillation(body, TREMOR_HZ, manner.tremor_mm)
    this.#sway = new Oscillation(body, SWAY_HZ, manner.tremor_mm > 0 ? SWAY_MM : 0)
    const rest = (side: Side): HandScript => ({ pose: AT_REST[side], squeeze: 0, trigger: 0, plunger_ml: 0 })
    this.#hands = { left: rest('left'), right: rest('right') }
    if (session.state.tick > 0) this.#hands = { left: handOf(session, 0), right: handOf(session, 1) }
    this.seen = { tick: 0, view: { tick: 0, poses: new Float64Array(0), scalars: new Float64Array(0) }, events: [] }
  }

  command(command: string, args: Command['args'] = {}): void {
    this.#commands.push({ command, args })
  }

  pose(side: Side): Pose {
    return this.#hands[side].pose
  }

  #input(side: Side): HandInput {
    const h = this.#hands[side]
    const p = add(h.pose.p, this.#tremor[side].step())
    const dial = h.plunger_ml > 0 ? { plunger_ml: h.plunger_ml, twist_rad: 0, speed: 0 } : null
    return { ...LOST_HAND, pose: { p, q: h.pose.q }, tracked: 2, squeeze: h.squeeze, trigger: h.trigger, dial }
  }

  /** One tick with the hands where they are. */
  *tick(): Play {
    const moved = add(HEAD.p, add(this.#headTremor.step(), this.#sway.step()))
    const head = this.#tick % 3 === 0 ? { p: moved, q: HEAD.q } : null
    const commands = this.#commands
    this.#commands = []
    this.#tick++
    this.seen = yield { head, left: this.#input('left'), right: this.#input('right'), foot: [0, 0], commands }
  }

  *hold(seconds: number): Play {
    for (let i = 0; i < Math.round(seconds * TICK_HZ); i++) yield* this.tick()
  }

  /** Brings a hand to `pose` by a minimum-jerk reach of `seconds`, or as long as its length takes. */
  *reach(side: Side, pose: Pose, seconds?: number): Play {
    const from = this.#hands[side].pose
    const time = seconds ?? Math.max(0.35, distance(from.p, pose.p) / this.manner.reach_m_s)
    const n = Math.max(1, Math.round(time * TICK_HZ))
    for (let i = 1; i <= n; i++) {
      const s = minimumJerk(i / n)
      this.#hands[side].pose = { p: lerp(from.p, pose.p, s), q: nlerp(from.q, pose.q, s) }
      yield* this.tick()
    }
  }

  *squeeze(side: Side, value: number): Play {
    const from = this.#hands[side].squeeze
    for (let i = 1; i <= 9; i++) {
      this.#hands[side].squeeze = from + ((value - from) * i) / 9
      yield* this.tick()
    }
  }

  /** Moves the plunger to `ml` at `ml_s`. */
  *plunger(side: Side, ml: number, ml_s: number): Play {
    const h = this.#hands[side]
    while (h.plunger_ml !== ml) {
      const d = ml - h.plunger_ml
      const step = ml_s / TICK_HZ
      h.plunger_ml = Math.abs(d) <= step ? ml : h.plunger_ml + (d > 0 ? step : -step)
      yield* this.tick()
    }
  }

  /** The plunger is where an act has put it: the hand agrees from now on. */
  setPlunger(side: Side, ml: number): void {
    this.#hands[side].plunger_ml = ml
  }

  /** Hand pose that puts the held tool at `tool`, by the grasp that was made when it was taken. */
  handFor(side: Side, tool: Pose): Pose {
    const hand = this.session.state.hands[side === 'left' ? 0 : 1]
    return compose(tool, invert(hand.grasp))
  }

  /** Goes to an instrument's grip and closes the hand; says whether it was taken. */
  *take(side: Side, id: string): Play<boolean> {
    const index = this.session.procedure.instruments.findIndex((i) => i.id === id)
    const [tool, grip] = [this.session.state.tools[index], this.session.procedure.instruments[index]?.grips[0]]
    if (!tool || !grip) throw new RangeError(`performer: no instrument "${id}"`)
    const at = compose({ p: tool.p, q: tool.q }, grip)
    yield* this.reach(side, { p: add(at.p, [0, 0.08, 0.02]), q: at.q })
    yield* this.reach(side, at, 0.4)
    yield* this.squeeze(side, 1)
    return this.session.state.hands[side === 'left' ? 0 : 1].tool === index
  }

  /** Moves a hand straight along `direction` at `speed` until `done` or `limit` metres. */
  *push(side: Side, direction: Vec3, motion: { speed: number; limit: number; done: () => boolean }): Play {
    const step = motion.speed / TICK_HZ
    for (let gone = 0; gone < motion.limit && !motion.done(); gone += step) {
      const h = this.#hands[side]
      h.pose = { p: mad(h.pose.p, direction, step), q: h.pose.q }
      yield* this.tick()
    }
  }

  /** A point near `p`: normally distributed with `sd` metres per axis. */
  near(p: Vec3, sd: number): Vec3 {
    return add(p, scale([normal(this.chance), normal(this.chance), normal(this.chance)], sd))
  }
}
