// Inputs that no person would give: noisy hands that reach, grab, shake, throw and vanish, and commands at any moment.
import {
  add,
  between,
  nlerp,
  normal,
  normalizeQuat,
  rotate,
  stream,
  sub,
  uniform,
  type Pose,
  type Stream,
  type Vec3,
} from '../../scoring/math/index.ts'
import {
  EMPTY_TICK,
  LOST_HAND,
  packTick,
  stepTick,
  type ArgType,
  type ArgValue,
  type Command,
  type CommandTable,
  type HandInput,
  type PackedTick,
  type Session,
} from '../../src/sim/index.ts'
import { ALONG_Z } from './hands.ts'

/** Never sent: a pause is no tick's business, and a finished attempt is not worth stepping. */
const NOT_SENT = ['pause', 'finish']

function anyValue(s: Stream, type: ArgType): ArgValue {
  if (type.kind === 'choice') return type.options[Math.floor(uniform(s, 0, type.options.length))] ?? ''
  return type.kind === 'int' ? Math.floor(uniform(s, type.min, type.max + 1)) : uniform(s, type.min, type.max)
}

function anyCommand(s: Stream, table: CommandTable): Command[] {
  const def = table[Math.floor(uniform(s, 0, table.length))]
  if (!def || NOT_SENT.includes(def.id)) return []
  const args = Object.fromEntries(Object.entries(def.args).map(([name, type]) => [name, anyValue(s, type)]))
  return [{ command: def.id, args }]
}

function anyQuat(s: Stream): Pose['q'] {
  return normalizeQuat([normal(s), normal(s), normal(s), normal(s) + 0.01])
}

/** One hand: goes from place to place at any speed, opens and closes, loses its tracking, jumps. */
class WildHand {
  readonly #s: Stream
  readonly #session: Session
  readonly #side: 0 | 1
  #from: Pose = { p: [0, 0.2, 0.3], q: ALONG_Z }
  #to: Pose = this.#from
  #at = 0
  #ticks = 1
  #squeeze = 0
  #lost = 0
  #plunger = 0

  constructor(session: Session, side: 0 | 1, seed: number) {
    this.#session = session
    this.#side = side
    this.#s = stream(seed, `hand ${side}`)
  }

  #pick<T>(list: readonly T[], none: T): T {
    return list[Math.floor(uniform(this.#s, 0, list.length))] ?? none
  }

  /** A tool to take, or the patient to prick and prod with what is held, or anywhere. */
  #aim(): Pose {
    const { state, procedure, anatomy } = this.#session
    const s = this.#s
    const q = uniform(s, 0, 1) < 0.6 ? this.#from.q : anyQuat(s)
    const held = procedure.instruments[state.hands[this.#side].tool]
    if (!held) {
      const first = uniform(s, 0, 1) < 0.5 ? state.tools.slice(0, 4) : state.tools
      return { p: this.#pick(first, { p: [0.3, 0.4, 0.5] as Vec3 } as (typeof first)[0]).p, q }
    }
    const at = this.#pick(Object.values(anatomy.landmarks), [0, 0.1, 0])
    const down = between([0, 0, -1], [0, -1, 0])
    if (uniform(s, 0, 1) < 0.7) return { p: sub(at, rotate(down, [0, 0, -held.tip[2] + 0.02])), q: down }
    return { p: [uniform(s, -0.3, 0.6), uniform(s, 0.02, 0.5), uniform(s, -0.3, 0.5)], q }
  }

  #plan(): void {
    const s = this.#s
    this.#from = this.#to
    if (uniform(s, 0, 1) < 0.6) this.#squeeze = this.#squeeze > 0.5 && uniform(s, 0, 1) < 0.5 ? 0 : 1
    if (uniform(s, 0, 1) < 0.2) this.#squeeze = 0
    const to = this.#aim()
    const off = uniform(s, 0, 1) < 0.6 ? 0.003 : 0.05
    this.#to = { p: add(to.p, [normal(s) * off, normal(s) * off, normal(s) * off]), q: to.q }
    this.#at = 0
    this.#ticks = Math.ceil(uniform(s, 1, uniform(s, 0, 1) < 0.3 ? 8 : 90))
    if (uniform(s, 0, 1) < 0.08) this.#lost = Math.ceil(uniform(s, 1, 40))
    if (uniform(s, 0, 1) < 0.3) this.#plunger = uniform(s, 0, 30)
  }

  next(): HandInput {
    if (this.#at >= this.#ticks) this.#plan()
    const f = ++this.#at / this.#ticks
    if (this.#lost > 0) {
      this.#lost--
      return LOST_HAND
    }
    const s = this.#s
    const mix = (i: 0 | 1 | 2): number => this.#from.p[i] + (this.#to.p[i] - this.#from.p[i]) * f + normal(s) * 0.001
    return {
      ...LOST_HAND,
      pose: { p: [mix(0), mix(1), mix(2)], q: nlerp(this.#from.q, this.#to.q, f) },
      tracked: uniform(s, 0, 1) < 0.05 ? 1 : 2,
      squeeze: this.#squeeze,
      trigger: uniform(s, 0, 1),
      dial: this.#plunger > 0 ? { plunger_ml: this.#plunger, twist_rad: normal(s), speed: 0 } : null,
    }
  }
}

/**
 * Plays two wild hands about the instruments, the patient and the floor on a fresh session. Same seed, same ticks.
 * @param onTick called after each tick
 * @returns the packed ticks
 */
export function playWild(session: Session, seed: number, ticks: number, onTick?: () => void): PackedTick[] {
  const chance = stream(seed, 'commands')
  const [left, right] = [new WildHand(session, 0, seed), new WildHand(session, 1, seed)]
  return Array.from({ length: ticks }, () => {
    const commands = uniform(chance, 0, 1) < 0.01 ? anyCommand(chance, session.commands) : []
    const packed = packTick({ ...EMPTY_TICK, left: left.next(), right: right.next(), commands }, session.commands)
    stepTick(session, packed)
    onTick?.()
    return packed
  })
}
