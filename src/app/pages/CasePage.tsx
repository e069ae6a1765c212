import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { procedures } from '../../../scenes/index.ts'
import { statusOf } from '../history/progress.ts'
import { useReports } from '../history/useReports.ts'
import { say } from '../i18n.ts'
import { Page } from '../kit/Layout.tsx'
import { Decisions } from './case/Decisions.tsx'
import { DeviceCounts } from './case/DeviceCounts.tsx'
import { Films } from './case/Films.tsx'
import { RecordEntries } from './case/RecordEntries.tsx'
import { StartCard } from './case/StartCard.tsx'
import { StepDepths } from './case/StepDepths.tsx'
import { Vitals } from './case/Vitals.tsx'
import { StatusTag } from './library/StatusTag.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** The case, what will be graded, and in which mode to play it. */
export function CasePage({ procedureId, caseId }: { procedureId: string; caseId: string }): ReactNode {
  const { i18n } = useLingui()
  const here = useReports()
  const procedure = procedures.find((p) => p.id === procedureId)
  const chosen = procedure?.cases.find((c) => c.id === caseId)
  if (!procedure || !chosen) return <NotFoundPage />
  const status = statusOf(here.rows, { procedure: procedure.id, case: chosen.id })
  const report = status.last ? here.reports[status.last.id] : undefined
  return (
    <Page title={say(chosen.title)}>
      <p className="crumb">
        <Link href="/library">{i18n._({ id: 'nav.library', message: 'Procedures' })}</Link> · {say(procedure.title)}
      </p>
      <div className="case">
        <div className="stack case-head">
          <div className="stack tight">
            <h1>{say(chosen.title)}</h1>
            {here.ready && <StatusTag status={status} report={report} isDrill={false} />}
          </div>
          <p className="vignette">{say(chosen.vignette)}</p>
          {chosen.vitals && <Vitals measured={chosen.vitals} />}
        </div>
        <StartCard procedure={procedure} chosen={chosen} />
        <div className="stack case-body">
          <Films procedure={procedure} chosen={chosen} />
          <RecordEntries procedure={procedure} chosen={chosen} />
          <Decisions procedure={procedure} />
          <StepDepths procedure={procedure} />
          <DeviceCounts />
        </div>
      </div>
    </Page>
  )
}
