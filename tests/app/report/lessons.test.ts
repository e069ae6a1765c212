import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import type { CriterionRow, Report } from '../../../scoring/index.ts'
import { lessonsOf } from '../../../src/app/report/lessonsOf.ts'
import { expectedText, measuredText } from '../../../src/app/report/words.ts'

const ROW: CriterionRow = {
  id: 'a',
  step: 's',
  title: { en: 'A', zh: '甲' },
  part: 'conduct',
  skill: 'decisions',
  weight: 1,
  critical: false,
  outcome: 'met',
  reason: null,
  measured: null,
  unit: '',
  expected: null,
  t: null,
  mark: 'rule',
  provisional: false,
  source: '',
  feedback: null,
}
const row = (id: string, more: Partial<CriterionRow>): CriterionRow => ({ ...ROW, id, ...more })
const report = (criteria: CriterionRow[]): Report => ({ criteria }) as unknown as Report

describe('what a report tells the learner to change', () => {
  it('puts a critical error first, then what cost most', () => {
    const { good, change } = lessonsOf(
      report([
        row('small', { outcome: 'missed', weight: 1 }),
        row('half', { outcome: 'partly', weight: 5 }),
        row('critical', { outcome: 'missed', weight: 0, critical: true }),
        row('fine', { outcome: 'met', weight: 2 }),
        row('finer', { outcome: 'met', weight: 3 }),
      ]),
    )
    expect(change.map((r) => r.id)).toEqual(['critical', 'half'])
    expect(good?.id).toBe('finer')
  })

  it('has nothing to change when all was met, and never praises for what did not arise', () => {
    const { good, change } = lessonsOf(report([row('a', {}), row('b', { outcome: 'not-applicable', weight: 9 })]))
    expect(change).toEqual([])
    expect(good?.id).toBe('a')
  })
})

describe('numbers of a report', () => {
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
  const said = (more: Partial<CriterionRow>): string[] => {
    const r = row('x', more)
    return [measuredText(i18n, r), expectedText(i18n, r)]
  }

  it('are shown without decimals that nobody needs', () => {
    expect(said({ measured: 11.34, unit: 'mL', expected: '>= 2' })).toEqual(['11 mL', '≥ 2'])
    expect(said({ measured: 2.26, unit: 'mm', expected: '<= 5' })).toEqual(['2.3 mm', '≤ 5'])
  })

  it('are per cent where they are shares, and plain counts where they count', () => {
    expect(said({ measured: 0.27, expected: '>= 0.5' })).toEqual(['27 %', '≥ 50 %'])
    expect(said({ measured: 1, expected: '<= 2' })).toEqual(['1', '≤ 2'])
  })

  it('are words where the question was yes or no', () => {
    expect(said({ measured: false, expected: 'true' })).toEqual(['no', 'yes'])
  })
})
