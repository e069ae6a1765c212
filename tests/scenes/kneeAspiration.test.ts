// The whole knee aspiration, scripted, against its own protocol: software tests, no evidence of anybody's skill.
import { describe, expect, it } from 'vitest'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { faults } from '../../scenes/orthopedic/knee-aspiration/performers/faults.ts'
import { validateEvidence } from '../../scoring/index.ts'
import { expertOn, freshKnee, judge, judgeMutated, lost, reportOf, undeclared } from '../builders/errorMatrix.ts'

const CASES = kneeAspiration.cases.map((c) => c.id)
describe.each(CASES)('the expert, case %s', (caseId) => {
  it.each([1, 2])('makes no critical error and scores at least 90, seed %i', (seed) => {
    const { report } = expertOn(caseId, seed)
    expect(report.critical_errors).toEqual([])
    expect(report.to_confirm).toEqual([])
    expect(report.score).toBeGreaterThanOrEqual(90)
  })

  it('uses only the words of the manifest', () => {
    for (const e of expertOn(caseId, 1).session.events)
      expect(validateEvidence(kneeAspiration.words, e), JSON.stringify(e)).toEqual([])
  })

  it('has no band and no pass while nobody has signed the protocol', () => {
    const { report } = expertOn(caseId, 1)
    expect([report.band, report.passed]).toEqual(['not-set', null])
  })
})

it.each([1, 2, 3])('the novice scores below 75 and below the expert, seed %i', (seed) => {
  const { report } = judge('novice', 'hot-knee', seed)
  expect(report.score).toBeLessThan(75)
  expect(report.score).toBeLessThan(expertOn('hot-knee', seed).report.score ?? 0)
})

describe('a fault', () => {
  it.each(faults.flatMap((f) => f.cases.map((c) => [f.id, c, f] as const)))(
    '%s (%s) is found, and nothing that it does not say',
    (id, caseId, fault) => {
      const report = judge(id, caseId, 1).report
      expect(fault.loses).not.toEqual([])
      expect(lost(report)).toEqual(expect.arrayContaining([...fault.loses]))
      expect(undeclared(fault, report)).toEqual([])
    },
  )

  it('that loses more than one criterion says why', () => {
    for (const f of faults)
      if (f.loses.length + (f.may ?? []).length > 1) expect(f.because, f.id).toMatch(/^[a-z].*[^.]$/)
  })
})

describe('the expert with one thing changed', () => {
  it.each(['drop-command', 'drop-second', 'freeze-hand', 'no-suction'])('%s grades no better', (id) => {
    const expert = expertOn('hot-knee', 1)
    const { report } = judgeMutated(id, expert.ticks, 'hot-knee', 1)
    expect(report.score).toBeLessThanOrEqual((expert.report.score ?? 0) + 1e-9)
  })

  it('keeps every outcome under the noise of a headset', () => {
    const expert = expertOn('hot-knee', 1)
    const { report } = judgeMutated('device-jitter', expert.ticks, 'hot-knee', 1)
    const seen = (r: typeof report): string[][] => r.criteria.map((c) => [c.id, c.outcome])
    expect(seen(report)).toEqual(seen(expert.report))
  })
})

it('an attempt in which nothing is done earns nothing by not doing it', () => {
  for (const caseId of CASES) {
    const report = reportOf(freshKnee(caseId, 1))
    expect(report.criteria.filter((c) => c.outcome === 'met').map((c) => c.id)).toEqual([])
    expect(report.score).toBe(0)
  }
})
