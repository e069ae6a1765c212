import { describe, expect, it } from 'vitest'
import type { Report } from '../../../scoring/index.ts'
import { procedures } from '../../../scenes/index.ts'
import { nextUp, pathOf } from '../../../src/app/history/next.ts'
import { curveOf, pointsOf, statusOf, stepMark, stepScore } from '../../../src/app/history/progress.ts'
import type { AttemptRow } from '../../../src/app/outbox/index.ts'

const KNEE = 'knee-aspiration'

function row(id: string, day: number, more: Partial<AttemptRow> = {}): AttemptRow {
  return {
    id,
    procedure: KNEE,
    case: 'hot-knee',
    mode: 'practice',
    inputClass: 'mouse',
    engine: 'e',
    createdUtc: `2026-01-${String(day).padStart(2, '0')}T08:00:00.000Z`,
    state: 'sealed',
    generation: 0,
    ticks: 900,
    interruptions: 0,
    imported: false,
    exportedUtc: null,
    ...more,
  }
}

type Short = readonly [step: string, outcome: string, weight: number]

/** As much of a report as the pages read. */
function report(criteria: readonly Short[], conduct: number | null = 50): Report {
  const band = { band: 'not-set', provisional_band: 'not-set', measurable: 1 }
  const parts = { result: { ...band, score: 80.4 }, conduct: { ...band, score: conduct } }
  const rows = criteria.map(([step, outcome, weight], i) => ({ id: String(i), step, outcome, weight }))
  return { parts, criteria: rows } as unknown as Report
}

describe('learning curve', () => {
  it('goes from the oldest to the newest finished attempt at a whole case', () => {
    const rows = [row('c', 3), row('open', 2, { state: 'open' }), row('drill', 2, { drill: 'faint' }), row('a', 1)]
    const known = Object.fromEntries(rows.map((r) => [r.id, report([])]))
    expect(curveOf(rows, known, KNEE).map((p) => [p.n, p.row.id])).toEqual([
      [1, 'a'],
      [2, 'c'],
    ])
    expect(curveOf(rows, known, 'another')).toEqual([])
  })

  it('leaves out what was never graded, and shows no decimals', () => {
    const [point, ...more] = curveOf([row('b', 2), row('a', 1)], { b: report([], null) }, KNEE)
    expect(more).toEqual([])
    expect(point).toMatchObject({ n: 1, result: 80, conduct: null })
  })

  it('weighs the points of a step, and knows when none was judged', () => {
    const r = report([
      ['7', 'met', 3],
      ['7', 'partly', 1],
      ['7', 'not-measurable', 9],
      ['8', 'missed', 2],
      ['9', 'not-applicable', 1],
    ])
    expect(['7', '8', '9'].map((s) => stepScore(r, s))).toEqual([88, 0, null])
    expect([100, 88, 0, null].map(stepMark)).toEqual(['met', 'partly', 'missed', 'none'])
    expect(pointsOf(r)).toEqual({ met: 1, all: 3 })
  })
})

describe('what is known of a case', () => {
  it('counts finished attempts and names the newest, a drill apart from its case', () => {
    const rows = [row('c', 3), row('d', 2, { drill: 'faint' }), row('a', 1)]
    const whole = statusOf(rows, { procedure: KNEE, case: 'hot-knee' })
    expect([whole.times, whole.last?.id]).toEqual([2, 'c'])
    expect(statusOf(rows, { procedure: KNEE, case: 'hot-knee', drill: 'faint' }).last?.id).toBe('d')
    expect(statusOf(rows, { procedure: KNEE, case: 'tense-oa' })).toEqual({ times: 0, last: null })
  })
})

describe('what comes next', () => {
  it('is the first drill for a beginner, then the first case', () => {
    const first = procedures[0]?.drills?.[0]
    expect(nextUp(procedures, [])?.drill?.id).toBe(first?.id)
    const done = [row('a', 1, { case: first?.case ?? '', drill: first?.id ?? '' })]
    expect(nextUp(procedures, done)).toMatchObject({ case: procedures[0]?.cases[0]?.id, drill: null, times: 0 })
  })

  it('is what lies longest ago when everything was tried', () => {
    const [knee] = procedures
    const path = knee ? pathOf(knee) : []
    const rows = path.map((p, i) => row(String(i), i + 2, { case: p.case, ...(p.drill ? { drill: p.drill.id } : {}) }))
    const old = rows.map((r, i) => (i === 4 ? { ...r, createdUtc: '2025-06-01T08:00:00.000Z' } : r)).reverse()
    expect(nextUp(procedures, old)).toMatchObject({ case: path[4]?.case, times: 1 })
  })

  it('is nothing when there is nothing', () => {
    expect(nextUp([], [])).toBeNull()
  })
})
