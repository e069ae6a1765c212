import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPeople } from '../../../../scenes/common/people/index.ts'
import { live, vasovagalLoad } from '../../../../scenes/common/people/body.ts'
import { hurt, pierced } from '../../../../scenes/common/people/pain.ts'
import type { PatientState } from '../../../../scenes/common/people/state.ts'
import { course, type Course } from './trial.ts'

const CALM: Course = { talk: true, numb: 0.9, upright: 0.4 }
const SEEDS = Array.from({ length: 300 }, (_, i) => i + 1)
const fainted = (how: Course): number[] => SEEDS.filter((seed) => course(seed, how).episode === 'fainted')
const patient = (seed = 1): PatientState => createPeople({ seed }).patient

describe('fainting', () => {
  const calm = fainted(CALM)

  it('takes a few of a hundred calm patients', () => {
    expect(calm.length / 3).toBeGreaterThanOrEqual(1)
    expect(calm.length / 3).toBeLessThanOrEqual(6)
  })

  it('takes everyone of these and twice as many more when nobody spoke to them and nothing was numb', () => {
    const rough = fainted({ ...CALM, talk: false, numb: 0 })
    expect(rough).toEqual(expect.arrayContaining(calm))
    expect(rough.length).toBeGreaterThan(2 * calm.length)
  })

  it('takes more of those who sit up than of those half lying, and nobody who lies flat', () => {
    expect(fainted({ ...CALM, numb: 0, upright: 1 }).length).toBeGreaterThan(fainted({ ...CALM, numb: 0 }).length)
    expect(fainted({ talk: false, numb: 0, upright: 0 })).toEqual([])
  })

  it('does not come when the patient lies down at the warning', () => {
    for (const seed of calm) expect(course(seed, { ...CALM, lieDown: true }).episode).toBe('recovered')
  })

  it('has no cause before the first needle, however frightened the patient is', () => {
    const p = patient()
    p.anxiety = 1
    expect(vasovagalLoad(p)).toBe(0)
    pierced(p, 2)
    expect(vasovagalLoad(p)).toBeGreaterThan(0.2)
  })

  it('falls pulse and pressure together, from above rest to far below it', () => {
    const p = patient()
    p.susceptibility = 30
    pierced(p, 2)
    hurt(p, 5, 0)
    for (let i = 0; i < 3; i++) live(p, 1 / 90, { tick: i, helped: false })
    const early = [p.heart_rate - p.resting_heart_rate, p.systolic - p.resting_systolic]
    expect(Math.min(...early)).toBeGreaterThan(0)
    for (let i = 0; i < 60; i++) live(p, 1, { tick: 90 * i, helped: false })
    expect(p.episode).toBe('fainted')
    expect(p.heart_rate).toBeLessThan(45)
    expect(p.systolic).toBeLessThan(75)
    expect(p.spo2).toBeLessThan(95)
  })
})

describe('the body', () => {
  it('feels less a few seconds after each stab, and nothing after a minute', () => {
    const p = patient()
    hurt(p, 5, 0)
    const first = p.pain
    live(p, 6, { tick: 0, helped: false })
    expect(p.pain).toBeCloseTo(first / 2, 9)
    for (let i = 0; i < 54; i++) live(p, 1, { tick: 0, helped: false })
    expect(p.pain).toBeLessThan(0.01)
  })

  it('falls back to the pain of the illness, not to none', () => {
    const { patient: p } = createPeople({ seed: 3, resting_pain: 4 })
    hurt(p, 5, 0)
    expect(p.pain).toBeGreaterThan(6)
    for (let i = 0; i < 90; i++) live(p, 1, { tick: 0, helped: false })
    expect(p.pain).toBeCloseTo(4, 3)
  })

  it('draws the limb back from a strong pain and not from a mild one', () => {
    const [mild, strong] = [patient(), patient()]
    hurt(mild, 1, 0)
    hurt(strong, 5, 0)
    expect(mild.flinch).toBe(0)
    expect(strong.flinch).toBeGreaterThan(0.5)
    live(strong, 1, { tick: 0, helped: false })
    expect(strong.flinch).toBeLessThan(0.2)
  })

  it('fears each needle more than the two that were to be expected', () => {
    const p = patient()
    p.told.explain = true
    const fear = [0, 1, 2, 3].map(() => {
      pierced(p, 2)
      return p.anxiety
    })
    expect(fear[1]).toBe(fear[0])
    expect(fear[2]).toBeCloseTo((fear[1] ?? 0) + 0.1, 9)
    expect(fear[3]).toBeCloseTo((fear[2] ?? 0) + 0.1, 9)
  })

  it('stays within its ranges whatever is done to it', () => {
    const acts = fc.oneof(
      fc.record({ stab: fc.double({ min: 0, max: 20, noNaN: true }) }),
      fc.record({ seconds: fc.double({ min: 0.001, max: 5, noNaN: true }) }),
      fc.constant({ needle: true }),
    )
    fc.assert(
      fc.property(fc.integer(), fc.array(acts, { maxLength: 60 }), (seed, list) => {
        const p = patient(seed)
        list.forEach((act, i) => {
          if ('stab' in act) hurt(p, act.stab, i * 100)
          else if ('seconds' in act) live(p, act.seconds, { tick: i * 100, helped: false })
          else pierced(p, 2)
          for (const x of [p.pain / 10, p.anxiety, p.faint, p.flinch]) expect(x >= 0 && x <= 1).toBe(true)
          expect(p.heart_rate).toBeGreaterThan(35)
          expect(p.heart_rate).toBeLessThan(150)
        })
      }),
      { numRuns: 60 },
    )
  })
})
