// The tick contract (SPEC S1). What is packed here is all that the simulation ever sees.
import type { Pose, Quat, Vec3 } from '../../scoring/math/index.ts'
import { packCommands, unpackCommands, type Command, type CommandTable } from './command.ts'
import { SimError } from './errors.ts'

export const TICK_HZ = 90
export const DT = 1 / TICK_HZ
/** Raised when the meaning of any packed field changes. */
export const TICK_FORMAT = 1

/** Steps of quantisation; the table of SPEC S1. Zero lies on every grid. */
export const STEP = {
  position_m: 1e-4,
  quaternion: Math.SQRT2 / 4094,
  analog: 1 / 255,
  axis: 1 / 127,
  plunger_ml: 0.01,
  twist_rad: 1e-3,
  curl: 1 / 255,
} as const
const QUAT_LIMIT = 2047
/** +-100 m: far outside any room, far inside exact integers. */
const POSITION_LIMIT = 1e6

/** Absolute positions of what a hand turns or pushes on the tool; null = the device has no such dial. */
export interface Dial {
  readonly plunger_ml: number
  readonly twist_rad: number
  /** -1 (full reverse) to 1. */
  readonly speed: number
}

/** One hand; `pose` is WebXR's grip space in the work frame, null while the hand is not tracked. */
export interface HandInput {
  readonly pose: Pose | null
  /** 1 = position emulated by the device, 2 = tracked; 0 goes with a null pose. */
  readonly tracked: 0 | 1 | 2
  readonly trigger: number
  readonly squeeze: number
  /** Thumb stick, -1..1. */
  readonly axis: readonly [number, number]
  readonly dial: Dial | null
  /** Tip of the index finger, work frame; bare hands only. */
  readonly index: Vec3 | null
  /** Curl of thumb to little finger, 0 straight to 1 closed; bare hands only. */
  readonly curl: readonly [number, number, number, number, number] | null
}

export interface TickInput {
  /** Recorded for replay at 30 Hz (every third tick); never read by the simulation. */
  readonly head: Pose | null
  readonly left: HandInput
  readonly right: HandInput
  readonly foot: readonly [0 | 1, 0 | 1]
  readonly commands: readonly Command[]
}

export type PackedTick = Int32Array

export const LOST_HAND: HandInput = {
  pose: null,
  tracked: 0,
  trigger: 0,
  squeeze: 0,
  axis: [0, 0],
  dial: null,
  index: null,
  curl: null,
}

export const EMPTY_TICK: TickInput = { head: null, left: LOST_HAND, right: LOST_HAND, foot: [0, 0], commands: [] }

/** Which optional fields follow, in this order. A field left out has its empty value, never the last one. */
export const BIT = {
  head: 1,
  left: 2,
  right: 4,
  leftAxis: 8,
  rightAxis: 16,
  leftDial: 32,
  rightDial: 64,
  leftIndex: 128,
  rightIndex: 256,
  leftCurl: 512,
  rightCurl: 1024,
  foot: 2048,
  commands: 4096,
} as const

/** Whole numbers that each field takes; commands have a length of their own. */
export const FIELD_INTS = { head: 7, hand: 10, axis: 2, dial: 3, index: 3, curl: 5, foot: 2 } as const

function toStep(value: number, step: number, limit: number, where: string): number {
  if (!Number.isFinite(value)) {
    throw new SimError(
      'non-finite-input',
      `${where}: got ${value}, expected a finite number; the tick was not recorded`,
    )
  }
  const n = Math.round(value / step)
  return n > limit ? limit : n < -limit ? -limit : n === 0 ? 0 : n
}

function packPose(out: number[], pose: Pose, where: string): void {
  for (const v of pose.p) out.push(toStep(v, STEP.position_m, POSITION_LIMIT, `${where}.p`))
  let m = 0
  for (let i = 1; i < 4; i++) if (Math.abs(pose.q[i] ?? 0) > Math.abs(pose.q[m] ?? 0)) m = i
  const sign = (pose.q[m] ?? 0) < 0 ? -1 : 1
  out.push(m)
  for (let i = 0; i < 4; i++) {
    if (i !== m) out.push(toStep((pose.q[i] ?? 0) * sign, STEP.quaternion, QUAT_LIMIT, `${where}.q`))
  }
}

function packHand(out: number[], hand: HandInput, pose: Pose, where: string): void {
  out.push(hand.tracked === 1 ? 1 : 2)
  packPose(out, pose, where)
  out.push(toStep(hand.trigger, STEP.analog, 255, `${where}.trigger`))
  out.push(toStep(hand.squeeze, STEP.analog, 255, `${where}.squeeze`))
}

function packExtras(out: number[], hand: HandInput, where: string, side: 'left' | 'right'): number {
  let mask = 0
  if (hand.axis[0] !== 0 || hand.axis[1] !== 0) {
    mask |= BIT[`${side}Axis`]
    for (const v of hand.axis) out.push(toStep(v, STEP.axis, 127, `${where}.axis`))
  }
  if (hand.dial) {
    mask |= BIT[`${side}Dial`]
    out.push(toStep(hand.dial.plunger_ml, STEP.plunger_ml, 1e5, `${where}.dial.plunger_ml`))
    out.push(toStep(hand.dial.twist_rad, STEP.twist_rad, 1e6, `${where}.dial.twist_rad`))
    out.push(toStep(hand.dial.speed, STEP.axis, 127, `${where}.dial.speed`))
  }
  if (hand.index) {
    mask |= BIT[`${side}Index`]
    for (const v of hand.index) out.push(toStep(v, STEP.position_m, POSITION_LIMIT, `${where}.index`))
  }
  if (hand.curl) {
    mask |= BIT[`${side}Curl`]
    for (const v of hand.curl) out.push(toStep(v, STEP.curl, 255, `${where}.curl`))
  }
  return mask
}

/**
 * Quantises one tick of input into whole numbers: [format, mask, head?, left?, right?, left extras, right extras,
 * foot?, commands?]. @throws SimError for a non-finite number or a command that the table does not know
 */
export function packTick(input: TickInput, table: CommandTable): PackedTick {
  const out = [TICK_FORMAT, 0]
  let mask = 0
  if (input.head) {
    mask |= BIT.head
    packPose(out, input.head, 'head')
  }
  for (const side of ['left', 'right'] as const) {
    const hand = input[side]
    if (!hand.pose) continue
    mask |= BIT[side]
    packHand(out, hand, hand.pose, side)
  }
  for (const side of ['left', 'right'] as const) {
    if (input[side].pose) mask |= packExtras(out, input[side], side, side)
  }
  if (input.foot[0] || input.foot[1]) {
    mask |= BIT.foot
    out.push(input.foot[0], input.foot[1])
  }
  if (input.commands.length > 0) {
    mask |= BIT.commands
    packCommands(out, input.commands, table)
  }
  out[1] = mask
  return Int32Array.from(out)
}

/** Reads the numbers of a packed tick one after the other. */
class Reader {
  readonly t: PackedTick
  at = 2

  constructor(t: PackedTick) {
    this.t = t
  }

  int(): number {
    const v = this.t[this.at++]
    if (v === undefined) throw new SimError('malformed-tick', `packed tick ends after ${this.t.length} numbers`)
    return v
  }

  point(): Vec3 {
    return [this.int() * STEP.position_m, this.int() * STEP.position_m, this.int() * STEP.position_m]
  }

  pose(): Pose {
    const p = this.point()
    const m = this.int()
    if (!(m >= 0 && m < 4)) throw new SimError('malformed-tick', `largest component: got ${m}, expected 0..3`)
    const q: [number, number, number, number] = [0, 0, 0, 0]
    let rest = 1
    for (let i = 0; i < 4; i++) {
      if (i === m) continue
      const v = this.int() * STEP.quaternion
      q[i] = v
      rest -= v * v
    }
    q[m] = Math.sqrt(rest > 0 ? rest : 0)
    const s = 1 / Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3])
    const unit: Quat = [q[0] * s, q[1] * s, q[2] * s, q[3] * s]
    return { p, q: unit }
  }
}

type HandBase = Pick<HandInput, 'pose' | 'tracked' | 'trigger' | 'squeeze'>

function readHand(r: Reader): HandBase {
  const tracked = r.int() === 1 ? 1 : 2
  return { tracked, pose: r.pose(), trigger: r.int() * STEP.analog, squeeze: r.int() * STEP.analog }
}

function readExtras(r: Reader, mask: number, base: HandBase, side: 'left' | 'right'): HandInput {
  const has = (bit: number): boolean => (mask & bit) !== 0
  const axis: [number, number] = has(BIT[`${side}Axis`]) ? [r.int() * STEP.axis, r.int() * STEP.axis] : [0, 0]
  const dial = has(BIT[`${side}Dial`])
    ? { plunger_ml: r.int() * STEP.plunger_ml, twist_rad: r.int() * STEP.twist_rad, speed: r.int() * STEP.axis }
    : null
  const index = has(BIT[`${side}Index`]) ? r.point() : null
  const c = (): number => r.int() * STEP.curl
  const curl: HandInput['curl'] = has(BIT[`${side}Curl`]) ? [c(), c(), c(), c(), c()] : null
  return { ...base, axis, dial, index, curl }
}

/** The input that the simulation sees. @throws SimError when the format is not this build's or numbers are missing */
export function unpackTick(t: PackedTick, table: CommandTable): TickInput {
  if (t[0] !== TICK_FORMAT) {
    const what = `packed tick: got format ${t[0]}, expected ${TICK_FORMAT}`
    throw new SimError('wrong-tick-format', `${what}; open it with the engine that the attempt's header names`)
  }
  const mask = t[1] ?? 0
  const r = new Reader(t)
  const head = mask & BIT.head ? r.pose() : null
  const leftBase = mask & BIT.left ? readHand(r) : null
  const rightBase = mask & BIT.right ? readHand(r) : null
  const left = leftBase ? readExtras(r, mask, leftBase, 'left') : LOST_HAND
  const right = rightBase ? readExtras(r, mask, rightBase, 'right') : LOST_HAND
  const foot: TickInput['foot'] = mask & BIT.foot ? [r.int() === 1 ? 1 : 0, r.int() === 1 ? 1 : 0] : [0, 0]
  if (!(mask & BIT.commands)) return { head, left, right, foot, commands: [] }
  const [commands] = unpackCommands(t, r.at, table)
  return { head, left, right, foot, commands }
}
