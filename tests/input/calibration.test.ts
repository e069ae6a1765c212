import { describe, expect, it } from 'vitest'
import { normal, stream } from '../../scoring/math/index.ts'
import { jitterOf, reactionIn, reactionOf, type StopTrial, type TimedPose } from '../../src/input/calibration.ts'
import { turnBy } from '../../src/input/toolMotion.ts'

describe('jitterOf', () => {
  const still = (mm: number, deg: number, drift = 0): TimedPose[] => {
    const s = stream(7, 'hand')
    return Array.from({ length: 270 }, (_, i) => {
      const n = (): number => normal(s)
      const t = i / 90
      return {
        time_ms: t * 1000,
        p: [(n() * mm) / 1000 + drift * t, (n() * mm) / 1000, (n() * mm) / 1000],
        q: turnBy([0, 1, 0], (n() * deg * Math.PI) / 180),
      }
    })
  }
  it('measures the noise of a still hand: rms over three axes, rms angle', () => {
    const j = jitterOf(still(0.5, 0.4))
    expect(j?.jitter_mm).toBeGreaterThan(0.5 * Math.sqrt(3) * 0.9)
    expect(j?.jitter_mm).toBeLessThan(0.5 * Math.sqrt(3) * 1.1)
    expect(j?.jitter_deg).toBeGreaterThan(0.34)
    expect(j?.jitter_deg).toBeLessThan(0.46)
  })

  it('does not take a slow drift of the arm for jitter', () => {
    expect(jitterOf(still(0, 0, 0.005))?.jitter_mm).toBeLessThan(0.7)
    expect(jitterOf(still(0, 0))).toEqual({ jitter_mm: 0, jitter_deg: 0 })
  })

  it('says nothing from too few samples', () => {
    expect(jitterOf(still(0.5, 0.4).slice(0, 29))).toBeNull()
  })
})

describe('reactionOf', () => {
  const trial = (stopMs: number): StopTrial => ({
    pop_ms: 1000,
    path: Array.from({ length: 300 }, (_, i) => {
      const time_ms = i * 10
      return { time_ms, depth_mm: 0.02 * Math.min(time_ms, 1000 + stopMs) }
    }),
  })
  it('is the time from the pop to the stop', () => {
    expect(reactionIn(trial(240))).toBeCloseTo(250, 6)
  })

  it('does not count a stop too soon to be a reaction, none at all, or a hand that did not push', () => {
    expect(reactionIn(trial(20))).toBeNull()
    expect(reactionIn(trial(5000))).toBeNull()
    expect(reactionIn({ pop_ms: 1000, path: trial(240).path.map((p) => ({ ...p, depth_mm: 3 })) })).toBeNull()
  })

  it('takes the middle of three trials', () => {
    expect(reactionOf([trial(240), trial(600), trial(300)])).toBeCloseTo(310, 6)
    expect(reactionOf([trial(240), trial(20), trial(300)])).toBeCloseTo(280, 6)
    expect(reactionOf([])).toBeNull()
  })
})
