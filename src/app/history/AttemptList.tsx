import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Report } from '../../../scoring/index.ts'
import { say } from '../i18n.ts'
import { Badge } from '../kit/Badge.tsx'
import { type AttemptRow, outbox } from '../outbox/index.ts'
import { saveAll } from './exchange.ts'
import { attemptName, caseName, clock, inputName, modeName, when } from './names.ts'
import { type Reports, pointsOf } from './progress.ts'
import { useAttempts } from './useAttempts.ts'

function Tags({ row }: { row: AttemptRow }): ReactNode {
  const { i18n } = useLingui()
  return (
    <span className="row tight">
      <Badge>{modeName(i18n, row.mode)}</Badge>
      <Badge>{inputName(i18n, row.inputClass)}</Badge>
      {row.interruptions > 0 && (
        <Badge tone="partly">{i18n._({ id: 'attempt.interrupted', message: 'interrupted, resumed' })}</Badge>
      )}
      {row.imported && <Badge>{i18n._({ id: 'attempt.imported', message: 'imported' })}</Badge>}
    </span>
  )
}

/** What came of it, in as few words as there are. */
function Result({ report, isDrill }: { report: Report | undefined; isDrill: boolean }): ReactNode {
  const { i18n } = useLingui()
  if (!report) return null
  const [critical] = report.critical_errors
  if (critical) {
    return (
      <Badge tone="missed" glyph>
        <span className="wraps">{say(critical.title)}</span>
      </Badge>
    )
  }
  if (isDrill || report.score === null) {
    return <Badge>{i18n._({ id: 'status.points', message: '{met} of {all} points', values: pointsOf(report) })}</Badge>
  }
  const score = Math.round(report.score)
  return <Badge>{i18n._({ id: 'status.score', message: '{score} of 100, provisional', values: { score } })}</Badge>
}

interface ItemProps {
  readonly row: AttemptRow
  readonly report: Report | undefined
  onFailure(error: unknown): void
}

function Item({ row, report, onFailure }: ItemProps): ReactNode {
  const { i18n } = useLingui()
  const refresh = useAttempts((s) => s.refresh)
  const date = when(i18n, row.createdUtc)
  return (
    <li className="attempt">
      <div className="stack tight">
        <Link href={`/attempts/${row.id}`} className="attempt-name">
          {attemptName(row)}
        </Link>
        <span className="soft small figures">
          {caseName(row)} · {date} · {clock(row.ticks / 90)}
        </span>
        <span className="row tight">
          <Result report={report} isDrill={row.drill !== undefined} />
          <Tags row={row} />
        </span>
      </div>
      <div className="row tight">
        <Link href={`/attempts/${row.id}/replay`} className="button small">
          {i18n._({ id: 'attempt.replay', message: 'Watch' })}
        </Link>
        <button
          type="button"
          className="button small"
          aria-label={i18n._({
            id: 'attempt.export.label',
            message: 'Save a copy of the attempt of {date}',
            values: { date },
          })}
          onClick={() => void saveAll(outbox, [row]).then(refresh, onFailure)}
        >
          {i18n._({ id: 'attempt.export', message: 'Save a copy' })}
        </button>
      </div>
    </li>
  )
}

interface AttemptListProps {
  readonly rows: readonly AttemptRow[]
  readonly reports: Reports
  onFailure(error: unknown): void
}

export function AttemptList({ rows, reports, onFailure }: AttemptListProps): ReactNode {
  return (
    <ul className="attempts">
      {rows.map((row) => (
        <Item key={row.id} row={row} report={reports[row.id]} onFailure={onFailure} />
      ))}
    </ul>
  )
}
