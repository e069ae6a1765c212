import { describe, expect, it } from 'vitest'
import type { Vec3 } from '../../../scoring/math/index.ts'
import { type PatientParams, createAnatomy } from '../../../src/sim/tissue/anatomy.ts'
import { MU } from '../../../src/sim/imaging/attenuation.ts'
import { decay, ln } from '../../../src/sim/imaging/decay.ts'
import { chord, rodsIntegral } from '../../../src/sim/imaging/rods.ts'
import { attenuationVolume, lineIntegral } from '../../../src/sim/imaging/volume.ts'
import { type XrayImage, develop, integrals, renderXray, standardView } from '../../../src/sim/imaging/xray.ts'
import { SUPINE, bakedKnee } from '../../builders/bakedKnee.ts'

const base: PatientParams = {
  side: 'right',
  size: 1,
  girth_mm: 0,
  skin_mm: 1.8,
  fat_mm: 7,
  capsule_mm: 2,
  effusion_ml: 0,
  flexion_rad: 0,
  patella: [0, 0, 0],
}

describe('attenuation at 60 keV (benchmark B9)', () => {
  it.each([
    ['10 mm of cortical bone', MU.cortex * 0.01, 0.546],
    ['50 mm of soft tissue', MU.soft * 0.05, 0.338],
  ])('%s lets through what the tables say, to 1 %', (_, integral, expected) => {
    expect(Math.abs(decay(integral) / expected - 1)).toBeLessThan(0.01)
  })

  it('the middle of a 1.6 mm steel wire lets through 0.20, to 1 % of the beam', () => {
    const wire = { from: [-0.05, 0, 0], to: [0.05, 0, 0], radius: 0.0008, bore: 0, mu: MU.steel } as const
    expect(Math.abs(decay(rodsIntegral([0, 0, 1], [0, 0, -1], [wire])) - 0.2)).toBeLessThan(0.01)
  })

  it('exponential and logarithm are those of the mathematics', () => {
    for (let x = 0; x <= 12; x += 0.37) expect(decay(x) / Math.exp(-x)).toBeCloseTo(1, 6)
    for (let x = 0.001; x < 3; x *= 1.7) expect(ln(x)).toBeCloseTo(Math.log(x), 8)
  })
})

describe('chords of metal', () => {
  const rod = { from: [0, 0, 0], to: [0, 0, 0.1] } as const

  it('across the middle: the diameter; oblique: longer; past it: nothing', () => {
    expect(chord([-1, 0, 0.05], [1, 0, 0], rod, 0.001)).toBeCloseTo(0.002, 9)
    const d: Vec3 = [Math.SQRT1_2, 0, Math.SQRT1_2]
    expect(chord([-0.05, 0, 0], d, rod, 0.001)).toBeCloseTo(0.002 * Math.SQRT2, 6)
    expect(chord([-1, 0.0011, 0.05], [1, 0, 0], rod, 0.001)).toBe(0)
    expect(chord([-1, 0, 0.11], [1, 0, 0], rod, 0.001)).toBe(0)
  })

  it('along the axis: the length; a bore is taken out', () => {
    expect(chord([0, 0, -1], [0, 0, 1], rod, 0.001)).toBeCloseTo(0.1, 9)
    const hollow = rodsIntegral([-1, 0, 0.05], [1, 0, 0], [{ ...rod, radius: 0.001, bore: 0.0006, mu: 1000 }])
    expect(hollow).toBeCloseTo(0.8, 6)
  })
})

/** Mean grey of a rectangle given in parts of the picture. */
function mean(im: XrayImage, x0: number, x1: number, y: readonly [number, number]): number {
  let [sum, n] = [0, 0]
  for (let j = Math.floor(y[0] * im.height); j < y[1] * im.height; j++) {
    for (let i = Math.floor(x0 * im.width); i < x1 * im.width; i++, n++) sum += im.pixels[j * im.width + i] ?? 0
  }
  return sum / n
}

describe('a radiograph of the knee', () => {
  it('shows the fibula of a right knee on the viewer left in AP, of a left knee on the right', () => {
    for (const side of ['right', 'left'] as const) {
      const knee = createAnatomy(bakedKnee(), { ...base, side }, SUPINE)
      const im = renderXray(knee, standardView(knee, 'AP', 1), [], 96)
      // beside the tibial shaft, 80 mm below the joint: the fibula on one side, calf alone on the other
      const rows = [0.83, 0.87] as const
      const [left, right] = [mean(im, 0.3, 0.36, rows), mean(im, 0.64, 0.7, rows)]
      expect(left > right + 8).toBe(side === 'right')
      expect(right > left + 8).toBe(side === 'left')
    }
  })

  it('shows the patella in front on the lateral view, and needles as dense lines', () => {
    const knee = createAnatomy(bakedKnee(), base, SUPINE)
    const view = standardView(knee, 'lateral', 1)
    const volume = attenuationVolume(knee, [-0.086, -0.09, -0.06], [0.092, 0.088, 0.09], 0.002)
    const tip = knee.landmarks['portal_superolateral'] ?? [0, 0, 0]
    const needle = {
      from: tip,
      to: [tip[0], tip[1] + 0.04, tip[2]] as const,
      radius: 0.0006,
      bore: 0.0003,
      mu: MU.steel,
    }
    const bare = integrals(knee, { volume, rods: [] }, view, 64)
    const armed = integrals(knee, { volume, rods: [needle] }, view, 64)
    const [before, after] = [bare, armed].map((l) => l.reduce((s, v) => s + v, 0))
    expect((after ?? 0) - (before ?? 0)).toBeGreaterThan(3)
    const im = develop(bare, 64, view)
    expect(mean(im, 0.66, 0.74, [0.36, 0.4])).toBeGreaterThan(mean(im, 0.9, 0.98, [0.36, 0.4]) + 40)
  })

  it('is the same picture for the same seed and another for another', () => {
    const knee = createAnatomy(bakedKnee(), base, SUPINE)
    const view = standardView(knee, 'AP', 5)
    const volume = attenuationVolume(knee, [-0.05, -0.05, -0.02], [0.05, 0.05, 0.04], 0.004)
    const lines = integrals(knee, { volume, rods: [] }, view, 32)
    const a = develop(lines, 32, view).pixels
    expect(develop(lines, 32, view).pixels).toEqual(a)
    expect(develop(lines, 32, { ...view, seed: 6 }).pixels).not.toEqual(a)
  })

  it('integrates a straight line through the middle of the knee to bone and soft tissue lengths', () => {
    const knee = createAnatomy(bakedKnee(), base, SUPINE)
    const volume = attenuationVolume(knee, [-0.06, -0.01, 0.105], [0.09, 0.03, 0.115], 0.002)
    // across the thigh: about 140 mm with 30 mm of femur whose two walls are compact
    const through = lineIntegral(volume, [-0.5, 0.003, 0.11], [1, 0, 0])
    expect(through).toBeGreaterThan(0.12 * MU.fat)
    expect(through).toBeLessThan(0.15 * MU.soft + 0.02 * MU.cortex)
  })
})
