import type { CriterionRow, Report } from '../../../scoring/index.ts'

const LOST: Partial<Record<CriterionRow['outcome'], number>> = { missed: 1, partly: 0.5, 'to-confirm': 1 }

/** One good thing and the two that would change most: critical first, then by the weight that was lost. */
export function lessonsOf(report: Report): { good: CriterionRow | undefined; change: CriterionRow[] } {
  const lost = (r: CriterionRow): number => (LOST[r.outcome] ?? 0) * (r.weight + (r.critical ? 1000 : 0))
  const change = report.criteria.filter((r) => lost(r) > 0).sort((a, b) => lost(b) - lost(a))
  const met = report.criteria.filter((r) => r.outcome === 'met' && !r.critical).sort((a, b) => b.weight - a.weight)
  return { good: met[0], change: change.slice(0, 2) }
}
