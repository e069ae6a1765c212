import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ReportsHere } from '../../history/useReports.ts'
import { statusOf } from '../../history/progress.ts'
import { say } from '../../i18n.ts'
import type { Case, Procedure } from '../../../sim/index.ts'
import { StatusTag } from './StatusTag.tsx'

interface CaseListProps {
  readonly procedure: Procedure
  readonly cases: readonly Case[]
  readonly here: ReportsHere
}

/** The cases of a procedure, each with what this browser knows of it. */
export function CaseList({ procedure, cases, here }: CaseListProps): ReactNode {
  return (
    <ul className="lines">
      {cases.map((c) => {
        const status = statusOf(here.rows, { procedure: procedure.id, case: c.id })
        const report = status.last ? here.reports[status.last.id] : undefined
        return (
          <li key={c.id}>
            <Link href={`/library/${procedure.id}/${c.id}`} className="line">
              <span className="line-name">{say(c.title)}</span>
              <StatusTag status={status} report={report} isDrill={false} />
              <span className="line-arrow" aria-hidden="true">
                →
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
