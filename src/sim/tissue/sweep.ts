// Sideways motion of a deep tip: what "never sweep with the tip deep" is measured by.
import { dot, length, mad, sub, type Vec3 } from '../../../scoring/math/index.ts'
import type { NeedleState } from './needle.ts'

/** Plain data inside a needle's state. */
export interface Sweep {
  /** The tip is past the first firm layer and past 5 mm. */
  deep: boolean
  /** Where the tip was when it became deep, and the needle's axis then: the line that it should keep to. */
  from: Vec3
  along: Vec3
  /** Greatest distance of the tip from that line since, m. Begins anew when the tip becomes deep again. */
  swept_m: number
}

/** From this depth on the tip no longer turns freely about the skin, m (design value). */
const DEEP_M = 5e-3
/** Layers in which a needle may be redirected. */
const SUPERFICIAL: readonly string[] = ['air', 'skin', 'fat', 'muscle']

export function freshSweep(): Sweep {
  return { deep: false, from: [0, 0, 0], along: [0, 0, 0], swept_m: 0 }
}

/** Depth (m) at which the channel meets its first firm layer (retinaculum, tendon, capsule ...); Infinity without one. */
function firmFrom(n: NeedleState, layers: readonly string[]): number {
  let from = 0
  for (const s of n.segments) {
    if (!SUPERFICIAL.includes(layers[s.layer] ?? '')) return from
    from += s.length
  }
  return Infinity
}

/** Distance (m) of the tip from the line that it kept to when it became deep; 0 while it is not deep. */
export function lateralTravel(n: NeedleState, tip: Vec3): number {
  const { deep, from, along } = n.sweep
  if (!deep) return 0
  const d = sub(tip, from)
  return length(mad(d, along, -dot(d, along)))
}

/** Once a substep: remembers the line when the tip becomes deep, then the greatest distance from it. */
export function trackSweep(n: NeedleState, layers: readonly string[], tip: Vec3, axis: Vec3): void {
  const { sweep } = n
  const deep = n.depth > DEEP_M && n.depth > firmFrom(n, layers)
  if (!deep) sweep.deep = false
  else if (!sweep.deep) n.sweep = { deep, from: tip, along: axis, swept_m: 0 }
  else sweep.swept_m = Math.max(sweep.swept_m, lateralTravel(n, tip))
}
