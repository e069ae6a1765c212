// How a hand holds: a fist round a handle, finger tips at a slim tool, open when empty.
import { Quaternion, Vector3 } from 'three'
import type { Instrument } from '../../sim/procedure.ts'

export interface Posture {
  /** Curl of index, middle, ring, little finger, and of the thumb. */
  readonly fingers: readonly [number, number, number, number]
  readonly thumb: number
  /** Lean of the fingers along the tool, rad; with `pinch` the finger tips meet on the tool. */
  readonly lean: number
  readonly pinch: boolean
}

export const FIST: Posture = { fingers: [0.82, 0.86, 0.9, 0.94], thumb: 0.9, lean: 0.42, pinch: false }
export const PEN: Posture = { fingers: [0.46, 0.5, 0.66, 0.76], thumb: 0.34, lean: 0.7, pinch: true }

/** Thicker than this is held in the fist, m. */
const SLIM_M = 0.0165

export function postureOf(i: Instrument | undefined): Posture | undefined {
  if (!i) return undefined
  const half = Math.max(i.boxes[0]?.half[0] ?? 0, i.boxes[0]?.half[1] ?? 0)
  return half <= SLIM_M ? PEN : FIST
}

const X = new Vector3(1, 0, 0)
/** Axis of the tool, against its direction (grip space). */
const AXIS = new Vector3(0, 0, 1)
const ARM = new Vector3()
const TO = new Vector3()
const ROLL = new Quaternion()

/** Turn of the hand in its grip: fingers lean along the tool. */
export function leaning(lean: number, out: Quaternion): Quaternion {
  return out.setFromAxisAngle(X, lean)
}

/**
 * Rolls a leaning hand round its tool until the forearm comes from `shoulder` (grip space of the hand, m). For screens:
 * there the roll of the hand means nothing, and an arm across the picture hides the work.
 */
export function rolledTo(shoulder: Vector3, lean: Quaternion): Quaternion {
  ARM.set(0, 1, 0).applyQuaternion(lean).setZ(0)
  TO.copy(shoulder).setZ(0)
  if (ARM.lengthSq() < 1e-6 || TO.lengthSq() < 1e-6) return lean
  const angle = Math.atan2(ARM.x * TO.y - ARM.y * TO.x, ARM.dot(TO))
  return lean.premultiply(ROLL.setFromAxisAngle(AXIS, angle))
}
