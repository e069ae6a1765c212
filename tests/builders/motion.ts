// Made-up clinical motion for tests: reaches of minimum jerk, holds, 8 Hz tremor, device noise; seeded and exact.
import {
  nlerp,
  normal,
  normalizeQuat,
  stream,
  uniform,
  type Pose,
  type Quat,
  type Stream,
  type Vec3,
} from '../../scoring/math/index.ts'
import { type Command, type CommandTable } from '../../src/sim/command.ts'
import { EMPTY_TICK, LOST_HAND, packTick, type HandInput, type TickInput } from '../../src/sim/tick.ts'

export const COMMANDS: CommandTable = [
  { id: 'wait', args: { seconds: { kind: 'choice', options: ['30', '60', '300'] } } },
  { id: 'pause', args: { seconds: { kind: 'number', min: 0, max: 86400, step: 0.1 } } },
  { id: 'finish', args: {} },
  {
    id: 'assist',
    args: { name: { kind: 'choice', options: ['steady', 'ghost'] }, on: { kind: 'int', min: 0, max: 1 } },
  },
]

export interface MotionOptions {
  readonly seconds: number
  readonly seed: number
  readonly hands?: 'controllers' | 'bare'
  /** Amplitude of the 8 Hz tremor, mm. */
  readonly tremor_mm?: number
  /** White noise of the device, mm (deviation), and about the same in rotation: 0.03 deg. */
  readonly noise_mm?: number
}

/** cos and sin of one tick's turn at 8 Hz. */
const TURN = [0.848048096156426, 0.5299192642332049] as const

/** A narrow-band oscillation around 8 Hz: a rotating pointer whose phase and size wander. */
class Tremor {
  private x = 1
  private y = 0
  private readonly s: Stream

  constructor(s: Stream) {
    this.s = s
    for (let i = Math.floor(uniform(s, 0, 40)); i > 0; i--) this.next()
  }

  next(): number {
    const [c, d] = TURN
    const wander = normal(this.s) * 0.05
    const x = this.x * c - this.y * d - this.y * wander
    const y = this.x * d + this.y * c + this.x * wander
    const size = Math.sqrt(x * x + y * y)
    this.x = x / size
    this.y = y / size
    return this.x
  }
}

/** One moving thing: where it comes from, where it goes, and how far along it is. */
class Mover {
  private from: Pose
  private to: Pose
  private ticks = 1
  private at = 1
  private readonly s: Stream
  private readonly reach: number
  private readonly tremors: Tremor[]
  private readonly o: MotionOptions

  constructor(o: MotionOptions, name: string, reach: number) {
    this.s = stream(o.seed, name)
    this.o = o
    this.reach = reach
    this.tremors = Array.from({ length: 6 }, (_, i) => new Tremor(stream(o.seed, `${name}/tremor/${i}`)))
    this.from = { p: [uniform(this.s, -0.2, 0.2), 0.1, 0.1], q: [0, 0, 0, 1] }
    this.to = this.from
  }

  private plan(): void {
    this.from = this.to
    this.at = 0
    const hold = uniform(this.s, 0, 1) < 0.5
    this.ticks = Math.round(90 * uniform(this.s, hold ? 0.5 : 0.6, hold ? 3 : 1.8))
    if (hold) return
    const r = (k: number): number => uniform(this.s, -k, k)
    const q = this.from.q
    const turned: Quat = [q[0] + r(0.3), q[1] + r(0.3), q[2] + r(0.3), q[3] + r(0.3)]
    this.to = { p: [r(this.reach), 0.1 + r(this.reach / 2), 0.1 + r(this.reach)], q: normalizeQuat(turned) }
  }

  next(): Pose {
    if (this.at >= this.ticks) this.plan()
    const t = ++this.at / this.ticks
    const u = t * t * t * (10 - 15 * t + 6 * t * t)
    const tremor = (this.o.tremor_mm ?? 0.3) / 1000
    const noise = (this.o.noise_mm ?? 0.05) / 1000
    const shake = (i: number, a: number, n: number): number => a * (this.tremors[i]?.next() ?? 0) + n * normal(this.s)
    const p = this.from.p.map((x, i) => x + ((this.to.p[i] ?? 0) - x) * u + shake(i, tremor, noise))
    const q = nlerp(this.from.q, this.to.q, u)
    const r = [0, 1, 2].map((i) => shake(3 + i, 0.001, noise > 0 ? 0.00025 : 0))
    return {
      p: [p[0] ?? 0, p[1] ?? 0, p[2] ?? 0],
      q: normalizeQuat([q[0] + (r[0] ?? 0), q[1] + (r[1] ?? 0), q[2] + (r[2] ?? 0), q[3]]),
    }
  }
}

/** A value between 0 and 1 that rests, rises and falls. */
class Squeeze {
  private value = 0
  private goal = 0
  private readonly s: Stream

  constructor(s: Stream) {
    this.s = s
  }

  next(): number {
    if (uniform(this.s, 0, 1) < 0.006) this.goal = this.goal > 0.5 ? 0 : uniform(this.s, 0.7, 1)
    const d = this.goal - this.value
    this.value += d > 0.06 ? 0.06 : d < -0.06 ? -0.06 : d
    return this.value
  }
}

class HandMaker {
  private readonly mover: Mover
  private readonly finger: Mover
  private readonly grips: Squeeze[]
  private readonly noise: Stream
  private plunger = 0
  private readonly bare: boolean

  constructor(o: MotionOptions, name: string) {
    this.mover = new Mover(o, name, 0.2)
    this.finger = new Mover(o, `${name}/finger`, 0.01)
    this.grips = Array.from({ length: 7 }, (_, i) => new Squeeze(stream(o.seed, `${name}/grip/${i}`)))
    this.noise = stream(o.seed, `${name}/noise`)
    this.bare = o.hands === 'bare'
  }

  next(): HandInput {
    const pose = this.mover.next()
    const [trigger = 0, squeeze = 0, ...curls] = this.grips.map((g) => g.next())
    if (trigger > 0.5) this.plunger += 0.02
    const controller: HandInput = {
      ...LOST_HAND,
      pose,
      tracked: 2,
      trigger,
      squeeze,
      dial: { plunger_ml: this.plunger, twist_rad: 0, speed: 0 },
    }
    if (!this.bare) return controller
    const tip = this.finger.next().p
    const index: Vec3 = [pose.p[0] + tip[0], pose.p[1] + tip[1], pose.p[2] + tip[2]]
    const curl = curls.map((c) => Math.min(1, Math.max(0, c + normal(this.noise) * 0.004)))
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = curl
    return { ...controller, trigger: 0, dial: null, index, curl: [a, b, c, d, e] }
  }
}

/** Ticks of two hands at 90 Hz and a head at 30 Hz. */
export function makeMotion(o: MotionOptions): TickInput[] {
  const head = new Mover({ ...o, tremor_mm: 0 }, 'head', 0.05)
  const left = new HandMaker(o, 'left')
  const right = new HandMaker(o, 'right')
  return Array.from({ length: Math.round(o.seconds * 90) }, (_, i) => {
    const pose = head.next()
    const commands: Command[] = i % 1000 === 999 ? [{ command: 'wait', args: { seconds: '60' } }] : []
    return { ...EMPTY_TICK, head: i % 3 === 0 ? pose : null, left: left.next(), right: right.next(), commands }
  })
}

/** The same, packed. */
export function makePackedMotion(o: MotionOptions): Int32Array[] {
  return makeMotion(o).map((t) => packTick(t, COMMANDS))
}
