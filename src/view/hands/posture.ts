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

export function leaning(lean: number, out: Quaternion): Quaternion {
  return out.setFromAxisAngle(X, lean)
}
