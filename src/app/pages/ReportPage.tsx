import { useLingui } from '@lingui/react'
import { type ReactNode, useCallback, useState } from 'react'
import { Link } from 'wouter'
import { attemptName, when } from '../history/names.ts'
import { Failure } from '../kit/Failure.tsx'
import { Page } from '../kit/Layout.tsx'
import { useAsync } from '../kit/useAsync.ts'
import { Working } from '../kit/Working.tsx'
import { roomAddress } from '../live/setup.ts'
import { type Outcome, outcomeOf } from '../outcome/compute.ts'
import { outbox } from '../outbox/index.ts'
import { Bars } from '../report/Bars.tsx'
import { Criteria } from '../report/Criteria.tsx'
import { Lessons } from '../report/Lessons.tsx'
import { Notes } from '../report/Notes.tsx'
import { Question } from '../report/Question.tsx'
import { drillSentence, patientSentence } from '../report/sentence.ts'

function Next({ outcome, id }: { outcome: Outcome; id: string }): ReactNode {
  const { i18n } = useLingui()
  const { setup } = outcome.attempt.header
  // what the learner did of a drill begins at the handover
  const begins = outcome.events.find((e) => e.kind === 'phase' && e.object === 'handover')
  return (
    <p className="row">
      <Link href={roomAddress(setup)} className="button primary">
        {i18n._({ id: 'report.again', message: 'Practise again' })}
      </Link>
      <Link href={`/attempts/${id}/replay${begins ? `?t=${Math.floor(begins.tick / 90)}` : ''}`} className="button">
        {i18n._({ id: 'report.replay', message: 'Watch the attempt' })}
      </Link>
    </p>
  )
}

function Marks({ outcome, id }: { outcome: Outcome; id: string }): ReactNode {
  const { i18n } = useLingui()
  const { report, attempt } = outcome
  return (
    <>
      <Bars report={report} />
      <Next outcome={outcome} id={id} />
      <Lessons report={report} id={id} />
      <details className="fold">
        <summary>{i18n._({ id: 'report.all', message: 'Every step, with measurement and source' })}</summary>
        <Criteria report={report} id={id} />
      </details>
      <Notes report={report} interrupted={attempt.header.interrupted} />
    </>
  )
}

function Report({ outcome, id }: { outcome: Outcome; id: string }): ReactNode {
  const { i18n } = useLingui()
  const [asked, setAsked] = useState(false)
  const { header } = outcome.attempt
  const isDrill = header.setup.drill !== undefined
  const verdict = isDrill ? drillSentence(i18n, outcome.report) : patientSentence(i18n, outcome.report, outcome.events)
  return (
    <div className="stack wide-gap">
      <div className="stack tight">
        <p className="crumb">
          <Link href="/attempts">{i18n._({ id: 'nav.attempts', message: 'My attempts' })}</Link>
          {' · '}
          {attemptName(header.setup)}
          {' · '}
          {when(i18n, header.created_utc)}
        </p>
        <h1 className="verdict">{verdict}</h1>
      </div>
      {asked ? <Marks outcome={outcome} id={id} /> : <Question onDone={() => setAsked(true)} />}
    </div>
  )
}

export function ReportPage({ id }: { id: string }): ReactNode {
  const { i18n } = useLingui()
  const [share, setShare] = useState<number | null>(null)
  const load = useCallback((signal: AbortSignal) => outcomeOf(outbox, id, { onProgress: setShare, signal }), [id])
  const outcome = useAsync(load)
  const title = i18n._({ id: 'report.title', message: 'Report' })
  return (
    <Page title={title}>
      {outcome.state === 'done' && <Report outcome={outcome.value} id={id} />}
      {outcome.state === 'working' && (
        <Working text={i18n._({ id: 'report.working', message: 'Going through the attempt…' })} share={share} />
      )}
      {outcome.state === 'failed' && (
        <div className="stack">
          <h1>{i18n._({ id: 'report.failed', message: 'There is no report' })}</h1>
          <Failure error={outcome.error} />
        </div>
      )}
    </Page>
  )
}
