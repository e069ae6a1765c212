// The tick contract (SPEC S1). What is packed here is all that the simulation ever sees.
import type { Pose, Quat, Vec3 } from '../../scoring/math/index.ts'
import { packCommands, type Command, type CommandTable } from './command.ts'
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
export type Range = readonly [number, number]
/** Whole steps that each field may hold; packing stops at them, unpacking refuses what lies beyond. */
export const RANGE = {
  /** +-100 m: far outside any room, far inside exact integers. */
  position: [-1e6, 1e6],
  quaternion: [-2047, 2047],
  analog: [0, 255],
  axis: [-127, 127],
  plunger: [-1e5, 1e5],
  twist: [-1e6, 1e6],
} as const satisfies Readonly<Record<string, Range>>

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

function refuse(where: string, got: unknown, expected: string): never {
  throw new SimError(
    'non-finite-input',
    `${where}: got ${String(got)}, expected ${expected}; the tick was not recorded`,
  )
}

function toStep(value: number, step: number, range: Range, where: string): number {
  if (!Number.isFinite(value)) refuse(where, value, 'a finite number')
  const n = Math.round(value / step)
  return n > range[1] ? range[1] : n < range[0] ? range[0] : n === 0 ? 0 : n
}

/** A device's quaternion made unit; a zero one means "not tracked" and must have become a null pose before this. */
function unitOf(q: Quat, where: string): Quat {
  const l = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3])
  if (!(l > 1e-6 && l < Infinity)) refuse(where, `[${q.join(', ')}]`, 'a unit quaternion')
  return Math.abs(l - 1) < 1e-12 ? q : [q[0] / l, q[1] / l, q[2] / l, q[3] / l]
}

function packPose(out: number[], pose: Pose, where: string): void {
  for (const v of pose.p) out.push(toStep(v, STEP.position_m, RANGE.position, `${where}.p`))
  const q = unitOf(pose.q, `${where}.q`)
  let m = 0
  for (let i = 1; i < 4; i++) if (Math.abs(q[i] ?? 0) > Math.abs(q[m] ?? 0)) m = i
  const sign = (q[m] ?? 0) < 0 ? -1 : 1
  out.push(m)
  for (let i = 0; i < 4; i++) {
    if (i !== m) out.push(toStep((q[i] ?? 0) * sign, STEP.quaternion, RANGE.quaternion, `${where}.q`))
  }
}

function packHand(out: number[], hand: HandInput, pose: Pose, where: string): void {
  out.push(hand.tracked === 1 ? 1 : 2)
  packPose(out, pose, where)
  out.push(toStep(hand.trigger, STEP.analog, RANGE.analog, `${where}.trigger`))
  out.push(toStep(hand.squeeze, STEP.analog, RANGE.analog, `${where}.squeeze`))
}

function packExtras(out: number[], hand: HandInput, where: string, side: 'left' | 'right'): number {
  let mask = 0
  if (hand.axis[0] !== 0 || hand.axis[1] !== 0) {
    mask |= BIT[`${side}Axis`]
    for (const v of hand.axis) out.push(toStep(v, STEP.axis, RANGE.axis, `${where}.axis`))
  }
  if (hand.dial) {
    mask |= BIT[`${side}Dial`]
    out.push(toStep(hand.dial.plunger_ml, STEP.plunger_ml, RANGE.plunger, `${where}.dial.plunger_ml`))
    out.push(toStep(hand.dial.twist_rad, STEP.twist_rad, RANGE.twist, `${where}.dial.twist_rad`))
    out.push(toStep(hand.dial.speed, STEP.axis, RANGE.axis, `${where}.dial.speed`))
  }
  if (hand.index) {
    mask |= BIT[`${side}Index`]
    for (const v of hand.index) out.push(toStep(v, STEP.position_m, RANGE.position, `${where}.index`))
  }
  if (hand.curl) {
    mask |= BIT[`${side}Curl`]
    for (const v of hand.curl) out.push(toStep(v, STEP.curl, RANGE.analog, `${where}.curl`))
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
