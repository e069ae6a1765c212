// A pose of the view on the grain of a track: 0.1 mm and a quaternion of three components at 12 bits.
import { toInt } from './predictor.ts'
import { POSITION_STEP, QUAT_LIMIT, QUAT_STEP } from './tickFormat.ts'

/** Writes pose numbers `from[i..i+6]` (metres, unit quaternion) as the 7 whole numbers `to[at..at+6]`. */
export function poseToGrain(from: Float64Array, i: number, to: Int32Array, at: number): void {
  for (let k = 0; k < 3; k++) to[at + k] = toInt((from[i + k] ?? 0) / POSITION_STEP)
  let chart = 3
  for (let k = 0; k < 3; k++) if (Math.abs(from[i + 3 + k] ?? 0) > Math.abs(from[i + 3 + chart] ?? 0)) chart = k
  const sign = (from[i + 3 + chart] ?? 0) < 0 ? -1 : 1
  to[at + 3] = chart
  for (let k = 0, place = at + 4; k < 4; k++) {
    if (k === chart) continue
    const n = toInt(((from[i + 3 + k] ?? 0) * sign) / QUAT_STEP)
    to[place++] = n > QUAT_LIMIT ? QUAT_LIMIT : n < -QUAT_LIMIT ? -QUAT_LIMIT : n
  }
}

/** The other way; the quaternion comes out with length 1. */
export function poseFromGrain(from: Int32Array, at: number, to: Float64Array, i: number): void {
  for (let k = 0; k < 3; k++) to[i + k] = (from[at + k] ?? 0) * POSITION_STEP
  const chart = (from[at + 3] ?? 3) & 3
  let square = 0
  for (let k = 0, place = at + 4; k < 4; k++) {
    if (k === chart) continue
    const x = (from[place++] ?? 0) * QUAT_STEP
    to[i + 3 + k] = x
    square += x * x
  }
  to[i + 3 + chart] = Math.sqrt(square < 1 ? 1 - square : 0)
  if (square <= 1) return
  const scale = 1 / Math.sqrt(square)
  for (let k = 0; k < 4; k++) to[i + 3 + k] = (to[i + 3 + k] ?? 0) * scale
}
