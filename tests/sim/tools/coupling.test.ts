import { describe, expect, it } from 'vitest'
import { length, sub, type Pose } from '../../../scoring/math/index.ts'
import { holdTool } from '../../../src/sim/tools/hold.ts'
import { runTrial, trials } from '../../builders/couplingTrial.ts'
import { DOWN, IDENTITY_GRASP, drive, handAt, needleRig, tipOf } from '../../builders/slab.ts'

const RATES = [45, 90, 180] as const

describe('held tools', () => {
  it.each(trials(7))(
    'S12.1: $mass kg on $stiffness N/m against $tissue N/m comes to rest, alike at 45, 90 and 180 Hz',
    (trial) => {
      const results = RATES.map((hz) => runTrial(trial, hz))
      const at90 = results[1]?.depth ?? NaN
      for (const r of results) {
        expect(r.speed).toBeLessThan(1e-3)
        expect(r.overshoot).toBeLessThan(0.1)
        expect(Math.abs(r.depth - at90) / (at90 + 0.01)).toBeLessThan(0.02)
      }
    },
  )

  it('S12.2: exerts its stiffness times the gap, and no more than its limit', () => {
    const tissue = { field: needleRig().tool.tissue.field, laws: needleRig().tool.tissue.laws }
    const rig = needleRig({ tissue, coupling: { stiffness_n_m: 250, angular_nm_rad: 3, limit_n: 2, limit_nm: 0.3 } })
    let force = 0
    drive(
      rig,
      (t) => handAt(-0.005 + 0.01 * Math.min(t, 0.7)),
      2,
      (_, log) => (force = log.force_n[0] ?? 0),
    )
    const gap = length(sub(handAt(0.002).p, rig.motion.p))
    expect(force).toBeCloseTo(250 * gap, 2)
    drive(
      rig,
      (t) => handAt(0.002 + 0.03 * Math.min(t, 1)),
      2,
      (_, log) => {
        expect(log.force_n[0]).toBeLessThanOrEqual(2 + 1e-9)
      },
    )
  })

  it('S12.4: follows a moving hand in air within 0.1 mm', () => {
    const rig = needleRig()
    let lag = 0
    drive(
      rig,
      (t) => handAt(-0.05, 0.2 * t),
      1,
      (tick) => {
        if (tick > 30) lag = Math.max(lag, Math.abs((0.2 * tick) / 90 - rig.motion.p[0]))
      },
    )
    expect(lag).toBeLessThan(1e-4)
  })

  it('S12.1: a hand that jumps 50 mm and half a radian is followed without shaking', () => {
    const rig = needleRig()
    const from = handAt(-0.05)
    const to = { p: handAt(-0.05, 0.05).p, q: [0.8575, 0, 0, 0.5145] as const }
    let most = 0
    let last: Pose = from
    for (let i = 0; i < 90; i++) {
      holdTool(rig.tool, rig.motion, [{ from: last, to, grasp: IDENTITY_GRASP }], 1 / 90)
      last = to
      most = Math.max(most, rig.motion.p[0])
    }
    expect(most).toBeLessThan(0.055)
    expect(rig.motion.p[0]).toBeCloseTo(0.05, 4)
    expect(length(rig.motion.v)).toBeLessThan(1e-3)
  })
})

describe('needle on bone', () => {
  it.each(RATES)('S13.4: a strike at 0.5 m/s does not bounce, whatever the rate (%i Hz)', (hz) => {
    const rig = needleRig({ coupling: { stiffness_n_m: 1000, angular_nm_rad: 3, limit_n: 15, limit_nm: 0.3 } })
    const [BONE, REACHED] = [0.03, 0.0299]
    let [deep, back, peak] = [0, 0, 0]
    drive(
      rig,
      (t) => handAt(Math.min(0.12, -0.02 + 0.5 * t)),
      { seconds: 2, hz },
      (_, log) => {
        const depth = -tipOf(rig)[1]
        deep = Math.max(deep, depth)
        if (deep > REACHED) back = Math.max(back, deep - depth)
        peak = Math.max(peak, log.peak_n)
      },
    )
    expect(deep).toBeLessThan(BONE + 1.2e-3)
    expect(back).toBeLessThan(5e-4)
    expect(peak).toBeLessThan(25)
    expect(rig.motion.q[0]).toBeCloseTo(DOWN[0], 2)
    expect(length(rig.motion.v)).toBeLessThan(1e-3)
  })
})
