// A needle held at one depth by a hand that trembles: how often does it claim to change layers?
import { normal, stream } from '../../scoring/math/index.ts'
import { freshNeedle } from '../../src/sim/tissue/needle.ts'
import { leaveLayers, trackLayers } from '../../src/sim/tissue/layers.ts'
import { drive, handAt, needleRig } from './slab.ts'

const SPEED = 0.03
const START = -0.02

export interface NoiseResult {
  readonly depth: number
  /** Most transitions of one layer during the hold. */
  readonly transitions: number
  /** The needle came out of the skin during the hold. */
  readonly left: number
}

/**
 * Drives a needle to `depth` (m), then holds it for `seconds` with white noise of `noise` m rms on each axis of the hand.
 */
export function noiseTrial(depth: number, noise = 1e-3, seconds = 10): NoiseResult {
  const rig = needleRig()
  const s = stream(Math.round(depth * 1e7), 'noise')
  const arrival = (depth - START) / SPEED
  const counts = new Map<number, number>()
  let left = 0
  const shaken = (t: number): ReturnType<typeof handAt> => {
    const h = handAt(Math.min(depth, START + SPEED * t))
    if (t <= arrival) return h
    const [x, y, z] = h.p
    return { p: [x + noise * normal(s), y + noise * normal(s), z + noise * normal(s)], q: h.q }
  }
  drive(rig, shaken, arrival + 0.5 + seconds, (tick, log) => {
    const changes = log.left ? leaveLayers(rig.needle) : trackLayers(rig.needle)
    if (log.left) Object.assign(rig.needle, freshNeedle())
    if (tick / 90 <= arrival + 0.5) return
    if (log.left) left++
    for (const c of changes) counts.set(c.layer, (counts.get(c.layer) ?? 0) + 1)
  })
  return { depth, transitions: Math.max(0, ...counts.values()), left }
}

/** `count` depths from just under the skin to the bone at 30 mm, m. */
export function noiseDepths(count: number): number[] {
  return Array.from({ length: count }, (_, i) => ((i + 0.5) * 0.03) / count)
}
