// Measures the authored fields the way the papers did: along straight lines, in millimetres.
import type { Field } from '../../scenes/common/anatomy/kit/field.ts'
import { femur, fibula, patella, tibia } from '../../scenes/common/anatomy/knee/bones.ts'
import { skin } from '../../scenes/common/anatomy/knee/skin.ts'
import { quadricepsTendon, tendon } from '../../scenes/common/anatomy/knee/soft.ts'
import { warp } from '../../scenes/common/anatomy/knee/warp.ts'

type Axis = 0 | 1 | 2
type P = readonly [number, number, number]

/** Extent of a field along an axis over a box, to 0.5 mm across and 0.05 mm along. */
function extent(f: Field, lo: P, hi: P, axis: Axis): readonly [number, number] {
  const [u, v] = [(axis + 1) % 3, (axis + 2) % 3] as [Axis, Axis]
  let [low, high] = [Infinity, -Infinity]
  const inside = (a: number, b: number, c: number): boolean => {
    const p = [0, 0, 0]
    p[axis] = a
    p[u] = b
    p[v] = c
    return f.at(p[0] ?? 0, p[1] ?? 0, p[2] ?? 0) < 0
  }
  for (let b = lo[u]; b <= hi[u]; b += 1) {
    for (let c = lo[v]; c <= hi[v]; c += 1) {
      for (let a = lo[axis]; a < Math.min(low, hi[axis]); a += 0.25) if (inside(a, b, c)) low = a
      for (let a = hi[axis]; a > Math.max(high, lo[axis]); a -= 0.25) if (inside(a, b, c)) high = a
    }
  }
  return [low, high]
}

function width(f: Field, lo: P, hi: P, axis: Axis): number {
  const [low, high] = extent(f, lo, hi, axis)
  return high - low
}

/** Runs of inside along y at (x, z). */
function runs(f: Field, x: number, z: number): [number, number][] {
  const out: [number, number][] = []
  let start = NaN
  for (let y = -80; y < 90; y += 0.1) {
    const inside = f.at(x, y, z) < 0
    if (inside && start !== start) start = y
    if (!inside && start === start) {
      out.push([start, y])
      start = NaN
    }
  }
  return out
}

function last<T>(list: readonly T[]): T {
  const value = list[list.length - 1]
  if (value === undefined) throw new RangeError('measure: got no run, expected the structure on this line')
  return value
}

const top = (x: number, y: number): number => {
  let z = 9
  while (z > -20 && tibia.at(x, y, z) > 0) z -= 0.05
  return z
}

/** Slope of the plateau at x from its front rim to its back rim, degrees (falls to the back: positive). */
function slope(x: number): number {
  const rim = (from: number, to: number): readonly [number, number] => {
    let best: readonly [number, number] = [0, -99]
    for (let y = from; y <= to; y += 0.5) if (top(x, y) > best[1]) best = [y, top(x, y)]
    return best
  }
  const [front, back] = [rim(8, 16), rim(-23, -12)]
  return (Math.atan2(front[1] - back[1], front[0] - back[0]) * 180) / Math.PI
}

function girth(z: number): number {
  let [sum, px, py] = [0, NaN, NaN]
  for (let a = 0; a <= 360; a++) {
    const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
    let r = 90
    while (r > 20 && skin.at(r * c, r * s, z) > 0) r -= 0.1
    if (px === px) sum += Math.hypot(r * c - px, r * s - py)
    ;[px, py] = [r * c, r * s]
  }
  return sum
}

/** The most prominent point of the tuberosity. */
function tuberosityTop(): P {
  let best: P = [6.5, -99, 0]
  for (let z = -20; z >= -50; z -= 0.5) {
    const y = last(runs(tibia, 6.5, z))[1]
    if (y > best[1]) best = [6.5, y, z]
  }
  return best
}

const POLE: P = [1, 47, 12]

export const MEASURED: Readonly<Record<string, () => number>> = {
  femur_epicondylar_width: () => width(femur, [-60, -30, 10], [60, 30, 45], 0),
  femur_lateral_condyle_depth: () => width(femur, [10, -45, 8], [40, 50, 45], 1),
  femur_medial_condyle_depth: () => width(femur, [-40, -45, 8], [-10, 50, 45], 1),
  femur_notch_width: () => {
    const inner = (s: 1 | -1): number => {
      let x = 0
      while (x < 30 && femur.at(s * x, -18, 16) > 0) x += 0.05
      return x
    }
    return inner(1) + inner(-1)
  },
  femur_shaft_width: () => width(femur, [-10, -20, 230], [70, 30, 230], 0),
  tibia_width: () => width(tibia, [-50, -40, -14], [50, 40, -4], 0),
  tibia_medial_depth: () => width(tibia, [-32, -45, -10], [-10, 45, -6], 1),
  tibia_lateral_depth: () => width(tibia, [10, -45, -10], [32, 45, -6], 1),
  tibia_medial_slope: () => slope(-22),
  tibia_lateral_slope: () => slope(22),
  tuberosity_below_joint: () => -tuberosityTop()[2],
  tuberosity_lateralisation: () => {
    const [low, high] = extent(tibia, [-50, -40, -14], [50, 40, -4], 0)
    let best: readonly [number, number] = [0, -99]
    for (let x = -10; x <= 22; x += 0.5) {
      const y = last(runs(tibia, x, -34))[1]
      if (y > best[1]) best = [x, y]
    }
    return (100 * (best[0] - low)) / (high - low)
  },
  patella_width: () => width(patella, [-30, 25, 25], [32, 65, 50], 0),
  patella_height: () => width(patella, [-6, 30, 5], [8, 62, 65], 2),
  patella_thickness: () => width(patella, [-12, 25, 28], [14, 65, 46], 1),
  tendon_to_patella_length: () => {
    const t = tuberosityTop()
    const length = Math.hypot(t[1] - POLE[1], t[2] - POLE[2])
    return length / width(patella, [-6, 30, 5], [8, 62, 65], 2)
  },
  patellar_tendon_thickness: () => {
    const run = last(runs(tendon, 4, -8))
    // measured across the tendon, which leans back by about 20 degrees here
    return (run[1] - run[0]) * 0.94
  },
  patellar_tendon_width: () => width(tendon, [-30, 40, -8], [36, 47, -8], 0),
  patellar_cartilage: () => warp().cartilage.patella.thickness,
  tibiofemoral_cartilage: () => (warp().cartilage.femur.thickness + warp().cartilage.tibia.thickness) / 2,
  quadriceps_tendon_thickness: () => {
    const run = last(runs(quadricepsTendon, 1, 76))
    return run[1] - run[0]
  },
  fibular_head_below_joint: () => -extent(fibula, [30, -28, -40], [42, -10, 0], 2)[1],
  knee_girth: () => girth(36),
  prepatellar_tissue: () => last(runs(skin, 1, 36))[1] - last(runs(patella, 1, 36))[1],
  pouch_above_patella: () => warp().pouch.z[3] - 56,
}
