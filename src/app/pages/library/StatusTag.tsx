import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Report } from '../../../../scoring/index.ts'
import { pointsOf, type CaseStatus } from '../../history/progress.ts'
import { Badge } from '../../kit/Badge.tsx'

interface StatusTagProps {
  readonly status: CaseStatus
  readonly report: Report | undefined
  /** A drill counts its points; a whole case has a score. */
  readonly isDrill: boolean
}

function LastResult({ report, isDrill }: { report: Report; isDrill: boolean }): ReactNode {
  const { i18n } = useLingui()
  if (report.critical_errors.length > 0) {
    return (
      <Badge tone="missed" glyph>
        {i18n._({ id: 'status.critical', message: 'last: critical error' })}
      </Badge>
    )
  }
  const points = pointsOf(report)
  if (isDrill || report.score === null) {
    return (
      <Badge tone={points.met === points.all ? 'met' : 'partly'} glyph>
        {i18n._({ id: 'status.lastPoints', message: 'last: {met} of {all} points', values: points })}
      </Badge>
    )
  }
  const values = { score: Math.round(report.score) }
  return <Badge>{i18n._({ id: 'status.lastScore', message: 'last: {score} of 100, provisional', values })}</Badge>
}

/** How often it was done in this browser, and how it went the last time. */
export function StatusTag({ status, report, isDrill }: StatusTagProps): ReactNode {
  const { i18n } = useLingui()
  if (status.times === 0) {
    return <span className="soft small">{i18n._({ id: 'status.new', message: 'not tried yet' })}</span>
  }
  return (
    <span className="row tight">
      <span className="soft small">
        {i18n._({
          id: 'status.times',
          message: 'practised {n, plural, one {# time} other {# times}}',
          values: { n: status.times },
        })}
      </span>
      {report && <LastResult report={report} isDrill={isDrill} />}
    </span>
  )
}
