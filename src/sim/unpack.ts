// Reading a packed tick (SPEC S1): strict, because a file from anywhere may end up here.
import type { Pose, Quat, Vec3 } from '../../scoring/math/index.ts'
import { unpackCommands, type CommandTable } from './command.ts'
import { SimError } from './errors.ts'
import {
  BIT,
  LOST_HAND,
  RANGE,
  STEP,
  TICK_FORMAT,
  type Dial,
  type HandInput,
  type PackedTick,
  type Range,
  type TickInput,
} from './tick.ts'

/** Reads the numbers of a packed tick one after the other. */
class Reader {
  readonly t: PackedTick
  at = 2

  constructor(t: PackedTick) {
    this.t = t
  }

  int(range: Range): number {
    const v = this.t[this.at++]
    if (v === undefined) throw new SimError('malformed-tick', `packed tick ends after ${this.t.length} numbers`)
    if (v < range[0] || v > range[1]) {
      const expected = `expected ${range[0]}..${range[1]}`
      throw new SimError('malformed-tick', `number ${this.at - 1} of the packed tick: got ${v}, ${expected}`)
    }
    return v
  }

  point(): Vec3 {
    const v = (): number => this.int(RANGE.position) * STEP.position_m
    return [v(), v(), v()]
  }

  pose(): Pose {
    const p = this.point()
    const m = this.int(COMPONENT)
    const q: [number, number, number, number] = [0, 0, 0, 0]
    let rest = 1
    for (let i = 0; i < 4; i++) {
      if (i === m) continue
      const v = this.int(RANGE.quaternion) * STEP.quaternion
      q[i] = v
      rest -= v * v
    }
    q[m] = Math.sqrt(rest > 0 ? rest : 0)
    const s = 1 / Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3])
    const unit: Quat = [q[0] * s, q[1] * s, q[2] * s, q[3] * s]
    return { p, q: unit }
  }

  analog(): number {
    return this.int(RANGE.analog) * STEP.analog
  }

  axis(): number {
    return this.int(RANGE.axis) * STEP.axis
  }

  dial(): Dial {
    const plunger_ml = this.int(RANGE.plunger) * STEP.plunger_ml
    const twist_rad = this.int(RANGE.twist) * STEP.twist_rad
    return { plunger_ml, twist_rad, speed: this.axis() }
  }
}

const COMPONENT: Range = [0, 3]
const TRACKED: Range = [1, 2]
const PEDAL: Range = [0, 1]
const ALL_BITS = Object.values(BIT).reduce((a, b) => a | b, 0)
/** What belongs to a hand's pose, and makes no sense without it. */
const EXTRAS = {
  left: BIT.leftAxis | BIT.leftDial | BIT.leftIndex | BIT.leftCurl,
  right: BIT.rightAxis | BIT.rightDial | BIT.rightIndex | BIT.rightCurl,
} as const

type HandBase = Pick<HandInput, 'pose' | 'tracked' | 'trigger' | 'squeeze'>

function readHand(r: Reader): HandBase {
  const tracked = r.int(TRACKED) === 1 ? 1 : 2
  return { tracked, pose: r.pose(), trigger: r.analog(), squeeze: r.analog() }
}

function readExtras(r: Reader, mask: number, base: HandBase, side: 'left' | 'right'): HandInput {
  const axis: [number, number] = mask & BIT[`${side}Axis`] ? [r.axis(), r.axis()] : [0, 0]
  const dial = mask & BIT[`${side}Dial`] ? r.dial() : null
  const index = mask & BIT[`${side}Index`] ? r.point() : null
  const c = (): number => r.int(RANGE.analog) * STEP.curl
  const curl: HandInput['curl'] = mask & BIT[`${side}Curl`] ? [c(), c(), c(), c(), c()] : null
  const { pose, tracked, trigger, squeeze } = base
  return { pose, tracked, trigger, squeeze, axis, dial, index, curl }
}

function checkMask(mask: number): void {
  for (const side of ['left', 'right'] as const) {
    if ((mask & BIT[side]) === 0 && (mask & EXTRAS[side]) !== 0) {
      throw new SimError('malformed-tick', `mask ${mask}: got extras of the ${side} hand, expected its pose with them`)
    }
  }
  if ((mask & ~ALL_BITS) !== 0) {
    throw new SimError('malformed-tick', `mask: got ${mask}, expected only bits of ${ALL_BITS}`)
  }
}

/** The input that the simulation sees. @throws SimError when the format is not this build's or numbers are missing */
export function unpackTick(t: PackedTick, table: CommandTable): TickInput {
  if (t[0] !== TICK_FORMAT) {
    const what = `packed tick: got format ${t[0]}, expected ${TICK_FORMAT}`
    throw new SimError('wrong-tick-format', `${what}; open it with the engine that the attempt's header names`)
  }
  const mask = t[1] ?? 0
  checkMask(mask)
  const r = new Reader(t)
  const head = mask & BIT.head ? r.pose() : null
  const leftBase = mask & BIT.left ? readHand(r) : null
  const rightBase = mask & BIT.right ? readHand(r) : null
  const left = leftBase ? readExtras(r, mask, leftBase, 'left') : LOST_HAND
  const right = rightBase ? readExtras(r, mask, rightBase, 'right') : LOST_HAND
  const pedal = (): 0 | 1 => (r.int(PEDAL) === 1 ? 1 : 0)
  const foot: TickInput['foot'] = mask & BIT.foot ? [pedal(), pedal()] : [0, 0]
  const [commands, end] = mask & BIT.commands ? unpackCommands(t, r.at, table) : [[], r.at]
  if (end !== t.length) {
    throw new SimError('malformed-tick', `packed tick: got ${t.length} numbers, expected ${end}`)
  }
  return { head, left, right, foot, commands }
}
