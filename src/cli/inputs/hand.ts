// One hand of a sample: what is given replaces the last value, what is missing keeps it.
import type { Pose, Quat, Vec3 } from '../../../scoring/math/index.ts'
import { normalizeQuat } from '../../../scoring/math/index.ts'
import type { Dial, HandInput } from '../../sim/index.ts'
import { choice, inside, mismatch, number, numbers, record, type Json, type Place } from './json.ts'

const HAND_KEYS = ['p', 'q', 'tracked', 'trigger', 'squeeze', 'axis', 'dial', 'index', 'curl']
const DIAL_KEYS = ['plunger_ml', 'twist_rad', 'speed']
/** No room is larger, m. */
const FAR: readonly [number, number] = [-100, 100]
/** How far a written quaternion may be from length 1. */
const UNIT_TOLERANCE = 0.01

/** Like HandInput, but remembers the pose while tracking is lost. */
export interface HandSample extends Omit<HandInput, 'pose' | 'tracked'> {
  readonly p: Vec3
  readonly q: Quat
  readonly tracked: 0 | 1 | 2
}

/** Before anything was said about a hand it is not tracked. */
export const NO_HAND: HandSample = {
  p: [0, 0, 0],
  q: [0, 0, 0, 1],
  tracked: 0,
  trigger: 0,
  squeeze: 0,
  axis: [0, 0],
  dial: null,
  index: null,
  curl: null,
}

export function readPoint(place: Place, value: unknown): Vec3 {
  const [x = 0, y = 0, z = 0] = numbers(place, value, 3, FAR)
  return [x, y, z]
}

export function readQuat(place: Place, value: unknown): Quat {
  const [x = 0, y = 0, z = 0, w = 0] = numbers(place, value, 4, [-1.01, 1.01])
  const size = Math.sqrt(x * x + y * y + z * z + w * w)
  if (Math.abs(size - 1) > UNIT_TOLERANCE) mismatch(place, value, 'a quaternion x,y,z,w of length 1')
  return normalizeQuat([x, y, z, w])
}

function readDial(place: Place, value: unknown, last: Dial | null): Dial | null {
  if (value === null) return null
  const given = { plunger_ml: 0, twist_rad: 0, speed: 0, ...last, ...record(place, value, DIAL_KEYS) }
  return {
    plunger_ml: number(inside(place, 'plunger_ml'), given.plunger_ml, -1000, 1000),
    twist_rad: number(inside(place, 'twist_rad'), given.twist_rad, -1000, 1000),
    speed: number(inside(place, 'speed'), given.speed, -1, 1),
  }
}

function readCurl(place: Place, value: unknown): HandInput['curl'] {
  if (value === null) return null
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers(place, value, 5, [0, 1])
  return [a, b, c, d, e]
}

function readAxis(place: Place, value: unknown): readonly [number, number] {
  const [x = 0, y = 0] = numbers(place, value, 2, [-1, 1])
  return [x, y]
}

/** A hand whose pose is given is tracked unless the same hand says otherwise. */
function readTracked(place: Place, given: Json, last: HandSample): 0 | 1 | 2 {
  if ('tracked' in given) return choice(inside(place, 'tracked'), given['tracked'], [0, 1, 2])
  return 'p' in given || 'q' in given ? 2 : last.tracked
}

/** @throws CliError (1) with the path of what is wrong, or the name of an unknown key */
export function readHand(place: Place, value: unknown, last: HandSample): HandSample {
  const given = record(place, value, HAND_KEYS)
  const read = <T>(key: string, keep: T, reader: (at: Place, v: unknown) => T): T =>
    key in given ? reader(inside(place, key), given[key]) : keep
  const share = (at: Place, v: unknown): number => number(at, v, 0, 1)
  return {
    p: read('p', last.p, readPoint),
    q: read('q', last.q, readQuat),
    tracked: readTracked(place, given, last),
    trigger: read('trigger', last.trigger, share),
    squeeze: read('squeeze', last.squeeze, share),
    axis: read('axis', last.axis, readAxis),
    dial: read('dial', last.dial, (at, v) => readDial(at, v, last.dial)),
    index: read('index', last.index, (at, v) => (v === null ? null : readPoint(at, v))),
    curl: read('curl', last.curl, readCurl),
  }
}

const HEAD_KEYS = ['p', 'q']

export function readHead(place: Place, value: unknown, last: Pose | null): Pose {
  const given = record(place, value, HEAD_KEYS)
  return {
    p: 'p' in given ? readPoint(inside(place, 'p'), given['p']) : (last?.p ?? mismatch(place, value, 'a position "p"')),
    q: 'q' in given ? readQuat(inside(place, 'q'), given['q']) : (last?.q ?? [0, 0, 0, 1]),
  }
}
