// What to do next: the first try for who is new, then what was never tried, then what lies longest ago.
import type { Drill, Procedure } from '../../sim/index.ts'
import type { AttemptRow } from '../outbox/index.ts'
import { statusOf } from './progress.ts'

export interface NextUp {
  readonly procedure: Procedure
  /** Id of the case. */
  readonly case: string
  /** Set when it is a drill. */
  readonly drill: Drill | null
  readonly times: number
}

/** Every case and drill, in the order in which a beginner meets them: the first drill, the cases, the other drills. */
export function pathOf(procedure: Procedure): Omit<NextUp, 'times'>[] {
  const drills = (procedure.drills ?? []).map((drill) => ({ procedure, case: drill.case, drill }))
  const cases = procedure.cases.map((c) => ({ procedure, case: c.id, drill: null }))
  return [...drills.slice(0, 1), ...cases, ...drills.slice(1)]
}

/** Null when there is nothing to practise at all. `rows` newest first. */
export function nextUp(procedures: readonly Procedure[], rows: readonly AttemptRow[]): NextUp | null {
  const all = procedures.flatMap(pathOf).map((p) => {
    const { id } = p.procedure
    const status = statusOf(rows, { procedure: id, case: p.case, ...(p.drill ? { drill: p.drill.id } : {}) })
    return { ...p, times: status.times, last: status.last?.createdUtc ?? '' }
  })
  const [first] = all.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0))
  if (!first) return null
  const { last: _, ...next } = first
  return next
}
