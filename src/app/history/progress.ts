// What the attempts in this browser say about each case and each step. Pure: rows and reports in, numbers out.
import type { CriterionRow, Report } from '../../../scoring/index.ts'
import type { AttemptRow } from '../outbox/index.ts'

/** Reports by attempt; those that were never computed are missing. */
export type Reports = Readonly<Record<string, Report>>

/** One finished attempt at a whole procedure, as a point of a learning curve. Scores 0..100, null = not measurable. */
export interface CurvePoint {
  /** Counted from 1, oldest first. */
  readonly n: number
  readonly row: AttemptRow
  readonly report: Report
  readonly result: number | null
  readonly conduct: number | null
}

const oldestFirst = (a: AttemptRow, b: AttemptRow): number => (a.createdUtc < b.createdUtc ? -1 : 1)
const whole = (score: number | null): number | null => (score === null ? null : Math.round(score))

/** Finished attempts at whole cases of a procedure whose report is known; drills are left out. */
export function curveOf(rows: readonly AttemptRow[], reports: Reports, procedure: string): CurvePoint[] {
  const mine = rows.filter((r) => r.state === 'sealed' && r.procedure === procedure && r.drill === undefined)
  const known = mine.sort(oldestFirst).flatMap((row) => {
    const report = reports[row.id]
    return report ? [{ row, report }] : []
  })
  return known.map(({ row, report }, i) => {
    const { result, conduct } = report.parts
    return { n: i + 1, row, report, result: whole(result.score), conduct: whole(conduct.score) }
  })
}

const WORTH: Readonly<Partial<Record<CriterionRow['outcome'], number>>> = { met: 1, partly: 0.5, missed: 0 }

/** Weighted share of a step's judged points that were met, 0..100; null when nothing of it was judged. */
export function stepScore(report: Report, step: string): number | null {
  const judged = report.criteria.flatMap((c) => {
    const worth = c.step === step ? WORTH[c.outcome] : undefined
    return worth === undefined ? [] : [{ worth, weight: c.weight }]
  })
  const weight = judged.reduce((sum, j) => sum + j.weight, 0)
  if (weight === 0) return null
  return Math.round((100 * judged.reduce((sum, j) => sum + j.worth * j.weight, 0)) / weight)
}

export type StepMark = 'met' | 'partly' | 'missed' | 'none'

/** How a step went as one mark: all of it, some of it, less than half, or not judged. */
export function stepMark(score: number | null): StepMark {
  if (score === null) return 'none'
  return score === 100 ? 'met' : score >= 50 ? 'partly' : 'missed'
}

/** Points met of those that were judged. */
export function pointsOf(report: Report): { readonly met: number; readonly all: number } {
  const judged = report.criteria.filter((c) => c.outcome !== 'not-applicable' && c.outcome !== 'not-measurable')
  return { met: judged.filter((c) => c.outcome === 'met').length, all: judged.length }
}

/** What is known of a case or of a drill: how often it was done here, and the newest attempt. */
export interface CaseStatus {
  readonly times: number
  readonly last: AttemptRow | null
}

/** `drill` undefined = the whole case. `rows` newest first, as the list of attempts gives them. */
export function statusOf(
  rows: readonly AttemptRow[],
  of: { readonly procedure: string; readonly case: string; readonly drill?: string },
): CaseStatus {
  const done = rows.filter(
    (r) => r.state === 'sealed' && r.procedure === of.procedure && r.case === of.case && r.drill === of.drill,
  )
  return { times: done.length, last: done[0] ?? null }
}
