// The expert's motion without tremor, as displays of 30 to 120 Hz deliver it through the tick source of the page.
import { describe, expect, it } from 'vitest'
import { before, calmMotion, differenceOf, displayRun } from '../builders/displayTrial.ts'
import { KNEES } from '../builders/knees.ts'

const SEED = 1
const [FAKE, BAKED] = KNEES
const REFERENCE_HZ = 90
const LIMIT_MM: Readonly<Record<number, number>> = { 30: 0.5, 60: 0.2, 72: 0.2, 120: 0.2 }
const RATES = Object.keys(LIMIT_MM).map(Number)

describe('display rates', () => {
  const calm = calmMotion(FAKE, SEED)
  const reference = displayRun(FAKE, calm, REFERENCE_HZ, SEED)

  it.each(RATES)('S2.1: %i Hz gives the same evidence and outcomes as 90 Hz on the fake knee', (hz) => {
    const run = displayRun(FAKE, calm, hz, SEED)
    const { kinds, mm, deg } = differenceOf(reference.evidence, run.evidence, FAKE.procedure.words)
    expect(kinds).toBe(true)
    expect(mm).toBeLessThanOrEqual(LIMIT_MM[hz] ?? 0)
    expect(deg).toBeLessThanOrEqual(1)
    expect(run.outcomes).toEqual(reference.outcomes)
  })

  it('S2.1: 30 and 72 Hz give the same needle track and outcomes as 90 Hz on the baked knee', () => {
    const motion = calmMotion(BAKED, SEED)
    const at90 = displayRun(BAKED, motion, REFERENCE_HZ, SEED)
    expect(at90.evidence.events.filter((e) => e.kind === 'enter').length).toBeGreaterThan(3)
    for (const hz of [30, 72]) {
      const run = displayRun(BAKED, motion, hz, SEED)
      const [a, b] = [before(at90.evidence, 'fill'), before(run.evidence, 'fill')]
      const { kinds, mm } = differenceOf(a, b, BAKED.procedure.words)
      expect(kinds).toBe(true)
      expect(mm).toBeLessThanOrEqual(LIMIT_MM[hz] ?? 0)
      expect(run.outcomes).toEqual(at90.outcomes)
    }
  })
})
