// Reports of finished attempts as far as they were computed; the rest can be asked for.
import { useCallback, useEffect, useState } from 'react'
import type { Report } from '../../../scoring/index.ts'
import { outcomeOf } from '../outcome/compute.ts'
import { type AttemptRow, outbox } from '../outbox/index.ts'
import type { Reports } from './progress.ts'
import { useAttempts } from './useAttempts.ts'

const NONE: Reports = {}
const NO_ROWS: readonly AttemptRow[] = []

async function kept(rows: readonly AttemptRow[]): Promise<Reports> {
  const found: Record<string, Report> = {}
  for (const row of rows.filter((r) => r.state === 'sealed')) {
    const result = await outbox.result(row.id).catch(() => undefined)
    if (result?.report) found[row.id] = result.report as Report
  }
  return found
}

export interface ReportsHere {
  /** Newest first; empty until they were read. */
  readonly rows: readonly AttemptRow[]
  readonly reports: Reports
  /** Everything was read once. */
  readonly ready: boolean
  /** Finished attempts that were never graded in this browser. */
  readonly missing: readonly AttemptRow[]
  /** Grades them, one after another: seconds each. An attempt that cannot be run is passed over. */
  gradeMissing(): Promise<void>
}

export function useReports(): ReportsHere {
  const { rows, refresh } = useAttempts()
  const [read, setRead] = useState<{ readonly of: readonly AttemptRow[]; readonly reports: Reports } | null>(null)
  useEffect(() => void refresh(), [refresh])
  useEffect(() => {
    let stale = false
    if (rows) void kept(rows).then((reports) => !stale && setRead({ of: rows, reports }))
    return () => {
      stale = true
    }
  }, [rows])
  const here = rows ?? NO_ROWS
  const reports = read?.reports ?? NONE
  const ready = rows !== null && read?.of === rows
  const missing = ready ? here.filter((r) => r.state === 'sealed' && !reports[r.id]) : NO_ROWS
  const gradeMissing = useCallback(async () => {
    for (const row of missing) await outcomeOf(outbox, row.id).catch(() => undefined)
    await refresh()
  }, [missing, refresh])
  return { rows: here, reports, ready, missing, gradeMissing }
}
