import { describe, expect, it } from 'vitest'
import { leaveLayers, trackLayers } from '../../../src/sim/tissue/layers.ts'
import {
  SLAB_LAYERS,
  SLAB_LAWS,
  SLAB_STARTS,
  drive,
  handAt,
  needleRig,
  slabField,
  tipOf,
  type Rig,
} from '../../builders/slab.ts'

interface Sample {
  readonly depth: number
  readonly cut: number
  readonly tip: number
  readonly shaft: number
  readonly peak: number
}

/** Depth and forces after every tick of a path of the hand, m by s. */
function curve(path: (t: number) => number, seconds: number, rig: Rig = needleRig(), hz = 90): Sample[] {
  const out: Sample[] = []
  drive(
    rig,
    (t) => handAt(path(t)),
    { seconds, hz },
    (_, log) => {
      const { cut, tip_n, shaft_n } = rig.needle
      out.push({ depth: -tipOf(rig)[1], cut, tip: tip_n, shaft: shaft_n, peak: log.peak_n })
    },
  )
  return out
}

const SPEED = 0.02
const down = (t: number): number => -0.01 + SPEED * t
/** Down to 26 mm in 1.8 s, a rest of 0.5 s, and out again. */
const inAndOut = (t: number): number => (t < 1.8 ? down(t) : t < 2.3 ? 0.026 : 0.026 - SPEED * (t - 2.3))
const between = (samples: readonly Sample[], low: number, high: number): Sample[] =>
  samples.filter((s) => s.cut > low && s.cut <= high)
const most = (samples: readonly Sample[], of: (s: Sample) => number): number => Math.max(0, ...samples.map(of))

describe('force along a needle', () => {
  it.each([
    ['skin', 1],
    ['capsule', 3],
  ] as const)('S13.1: peaks at the %s by its rupture force and drops behind it', (_, layer) => {
    const samples = curve(down, 1.9)
    const [start, next] = [SLAB_STARTS[layer] ?? 0, SLAB_STARTS[layer + 1] ?? 0]
    const rupture = SLAB_LAWS[layer]?.rupture_n ?? NaN
    const before = samples.filter((s) => s.depth > start - 0.001 && s.cut <= start + 1e-4)
    expect(most(before, (s) => s.tip)).toBeGreaterThan(0.9 * rupture)
    expect(most(samples, (s) => s.tip)).toBeLessThanOrEqual(2.6 + 1e-6)
    const behind = samples.filter((s) => s.cut > next + 1e-4 && s.cut < next + 0.004)
    expect(behind.length).toBeGreaterThan(0)
    expect(most(behind, (s) => s.tip)).toBeLessThan(0.4 * rupture)
  })

  it('S13.2: rubs more the deeper the shaft is embedded, by the friction of each layer', () => {
    const fat = between(curve(down, 1.5), 0.004, 0.0118)
    const [first, last] = [fat[0], fat.at(-1)]
    if (!first || !last) throw new RangeError('the needle never cut fat')
    const expected = 0.002 * 40 + (last.cut - 0.002) * 20
    expect(last.shaft).toBeGreaterThan(first.shaft)
    expect(last.shaft).toBeCloseTo(expected, 2)
  })

  it('S13.2: unloads along another branch, with 0.7 of the friction and no cutting', () => {
    const samples = curve(inAndOut, 3)
    const pulling = samples.filter((s, i) => i > 2.5 * 90 && s.depth > 0.014)
    const pushing = most(
      samples.filter((s) => s.depth > 0.02),
      (s) => s.shaft,
    )
    const least = Math.min(...pulling.map((s) => s.shaft))
    expect(pulling.every((s) => s.tip === 0)).toBe(true)
    expect(least / -pushing).toBeGreaterThan(0.6)
    expect(least / -pushing).toBeLessThan(0.75)
  })

  it('S13.3: keeps a puncture until withdrawal, and cuts nothing when it enters the same channel again', () => {
    const rig = needleRig()
    const path = (t: number): number => {
      if (t < 1.8) return down(t)
      return t < 2.8 ? 0.026 - SPEED * (t - 1.8) : Math.min(0.02, 0.006 + SPEED * (t - 2.8))
    }
    const samples = curve(path, 3.7, rig)
    const again = samples.slice(Math.round(2.9 * 90))
    expect(rig.needle.pass).toBe(1)
    expect(again.every((s) => s.tip === 0)).toBe(true)
    expect(most(again, (s) => s.cut)).toBeCloseTo(
      most(samples, (s) => s.cut),
      12,
    )
  })

  it('S13.4: a needle that met bone comes out behind the hand, and its friction holds it back all the way', () => {
    const rig = needleRig()
    const hand = (t: number): number => (t < 1.8 ? -0.01 + 0.028 * t : 0.0404 - 0.03 * (t - 1.8))
    let [pulled, fastest] = [0, 0]
    drive(
      rig,
      (t) => handAt(hand(t)),
      3.1,
      (tick) => {
        if (tick < 1.9 * 90 || !rig.needle.inserted) return
        fastest = Math.max(fastest, rig.motion.v[1])
        if (rig.needle.cut - rig.needle.depth < 2e-3) return
        pulled++
        expect(rig.needle.shaft_n).toBeLessThanOrEqual(0)
        expect(-tipOf(rig)[1]).toBeGreaterThan(hand(tick / 90) - 1e-3)
      },
    )
    expect(pulled).toBeGreaterThan(30)
    expect(fastest).toBeLessThan(0.12)
  })

  it('S13.1: a dent that is let go leaves no trace', () => {
    const rig = needleRig()
    curve((t) => (t < 1 ? -0.01 + 0.011 * t : 0.001 - 0.011 * (t - 1)), 2, rig)
    expect(rig.needle).toMatchObject({ inserted: false, cut: 0, pass: 0, segments: [] })
  })

  it.each([0.005, 0.05, 0.2, 1, 3])('S13.5: meets the skin and every layer at %f m/s', (speed) => {
    const rig = needleRig({ coupling: { stiffness_n_m: 4000, angular_nm_rad: 3, limit_n: 80, limit_nm: 0.3 } })
    curve((t) => Math.min(0.02, -0.02 + speed * t), 0.04 / speed + 0.5, rig)
    expect(rig.needle.segments.map((s) => SLAB_LAYERS[s.layer])).toEqual(['skin', 'fat', 'capsule', 'effusion'])
    const lengths = rig.needle.segments.slice(0, 3).map((s) => s.length)
    lengths.forEach((l, i) => {
      const thick = (SLAB_STARTS[i + 2] ?? 0) - (SLAB_STARTS[i + 1] ?? 0)
      expect(Math.abs(l - thick)).toBeLessThan(1e-4)
    })
  })

  it('S14.3: reports the same peaks at 5 mm/s and at 200 mm/s, since they are taken in substeps', () => {
    const peaks = [0.005, 0.2].map((speed) => {
      const rig = needleRig()
      curve((t) => Math.min(0.026, -0.01 + speed * t), 0.036 / speed + 0.4, rig)
      return rig.needle.segments.map((s) => s.peak_n)
    })
    expect(peaks[0]).toEqual(peaks[1])
    expect(peaks[0]).toEqual([2.6, 0.4, 2.4, 0.02])
  })
})

describe('needle held sideways', () => {
  it('S13.6: a push of 20 mm sideways bends the hand away, not the channel; let go, the needle comes back', () => {
    const rig = needleRig()
    curve(inAndOut, 2, rig)
    const before = rig.motion.p
    let [fastest, side] = [0, 0]
    drive(
      rig,
      (t) => (t > 0 && t < 0.5 ? handAt(0.026, 0.02) : handAt(0.026)),
      1.5,
      (_, log) => {
        fastest = Math.max(fastest, ...rig.motion.v.map(Math.abs))
        side = Math.max(side, log.side_n)
      },
    )
    expect(fastest).toBeLessThan(1)
    expect(side).toBeGreaterThan(1)
    expect(rig.needle.inserted).toBe(true)
    expect(rig.motion.v.every((v) => Math.abs(v) < 1e-3)).toBe(true)
    expect(Math.abs(rig.motion.p[0] - before[0])).toBeLessThan(1e-3)
  })
})

describe('layers', () => {
  it('S14.2: are entered outer first and left inner first, all of them', () => {
    const rig = needleRig()
    const told: string[] = []
    drive(
      rig,
      (t) => handAt(inAndOut(t)),
      4.5,
      (_, log) => {
        const changes = log.left ? leaveLayers(rig.needle) : trackLayers(rig.needle)
        told.push(...changes.map((c) => `${c.kind} ${SLAB_LAYERS[c.layer] ?? ''}`))
      },
    )
    const names = ['skin', 'fat', 'capsule', 'effusion']
    expect(told).toEqual([...names.map((n) => `enter ${n}`), ...[...names].reverse().map((n) => `exit ${n}`)])
  })

  it('S13.5: the slab of these tests knows its own layers', () => {
    const field = slabField()
    const at = (depth: number): number => field.layerAt([0, -depth, 0])
    expect([-1e-4, 1e-4, 0.003, 0.0125, 0.02, 0.031].map(at)).toEqual([0, 1, 2, 3, 4, 5])
  })
})
