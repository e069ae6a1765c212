// The page behind "Learning curve": per procedure, and per step of it.
import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { protocolOf } from '../../../scenes/protocols.ts'
import { procedures } from '../../../scenes/index.ts'
import type { Procedure } from '../../sim/index.ts'
import { say } from '../i18n.ts'
import { Card } from '../kit/Card.tsx'
import { Select } from '../kit/Select.tsx'
import { protocolSteps } from '../outcome/protocolText.ts'
import { Curve } from './LearningCurve.tsx'
import { inputName, when } from './names.ts'
import { type CurvePoint, curveOf, stepScore } from './progress.ts'
import { StepMatrix } from './StepMatrix.tsx'
import type { ReportsHere } from './useReports.ts'

const WHOLE = 'whole'

function caseTitle(procedure: Procedure, id: string): string {
  const found = procedure.cases.find((c) => c.id === id)
  return found ? say(found.title) : id
}

function WholeCurve({ procedure, points }: { procedure: Procedure; points: readonly CurvePoint[] }): ReactNode {
  const { i18n } = useLingui()
  const result = i18n._({ id: 'curve.result', message: "Patient's result" })
  const conduct = i18n._({ id: 'curve.conduct', message: 'Your conduct' })
  const last = points.at(-1)
  const names = points.map(
    (p) =>
      `${p.n} · ${caseTitle(procedure, p.row.case)} · ${inputName(i18n, p.row.inputClass)} · ${when(i18n, p.row.createdUtc)}`,
  )
  const summary = i18n._({
    id: 'curve.summary',
    message: '{n, plural, one {# attempt} other {# attempts}}; the last one: result {result}, conduct {conduct}.',
    values: { n: points.length, result: last?.result ?? '–', conduct: last?.conduct ?? '–' },
  })
  return (
    <Curve
      title={i18n._({ id: 'curve.whole.title', message: 'Points of 100, attempt by attempt' })}
      summary={summary}
      ticks={points.map((p) => String(p.n))}
      names={names}
      series={[
        { name: result, values: points.map((p) => p.result) },
        { name: conduct, values: points.map((p) => p.conduct) },
      ]}
    />
  )
}

function StepCurve({ title, step, points }: { title: string; step: string; points: readonly CurvePoint[] }): ReactNode {
  const { i18n } = useLingui()
  const values = points.map((p) => stepScore(p.report, step))
  return (
    <Curve
      title={title}
      summary={`${title}: ${values.map((v) => v ?? '–').join(', ')}`}
      ticks={points.map((p) => String(p.n))}
      names={points.map((p) => `${p.n} · ${when(i18n, p.row.createdUtc)}`)}
      series={[{ name: i18n._({ id: 'curve.step', message: 'Points met, %' }), values }]}
    />
  )
}

function OfProcedure({ procedure, points }: { procedure: Procedure; points: readonly CurvePoint[] }): ReactNode {
  const { i18n } = useLingui()
  const [chosen, setChosen] = useState(WHOLE)
  const steps = protocolSteps(protocolOf(procedure.id))
  const judged = steps.filter((s) => points.some((p) => stepScore(p.report, s.id) !== null))
  const options = [
    { id: WHOLE, name: i18n._({ id: 'curve.whole', message: 'The whole procedure' }) },
    ...judged.map((s) => ({ id: s.id, name: say(s.title) })),
  ]
  const step = judged.find((s) => s.id === chosen)
  return (
    <Card title={say(procedure.title)}>
      <Select
        label={i18n._({ id: 'curve.show', message: 'Show' })}
        value={step ? chosen : WHOLE}
        options={options}
        onChange={setChosen}
      />
      {step ? (
        <StepCurve title={say(step.title)} step={step.id} points={points} />
      ) : (
        <WholeCurve procedure={procedure} points={points} />
      )}
      <StepMatrix steps={steps} points={points} />
      <p className="small soft measure">
        {i18n._({
          id: 'curve.note',
          message:
            'Practice results by a draft protocol, provisional. Compare hand skill only within one way of working: mouse with mouse, headset with headset.',
        })}
      </p>
    </Card>
  )
}

function Missing({ missing, gradeMissing }: Pick<ReportsHere, 'missing' | 'gradeMissing'>): ReactNode {
  const { i18n } = useLingui()
  const [busy, setBusy] = useState(false)
  if (missing.length === 0) return null
  const grade = (): void => {
    setBusy(true)
    void gradeMissing().finally(() => setBusy(false))
  }
  return (
    <div className="notice calm">
      <p>
        {i18n._({
          id: 'curve.missing',
          message: '{n, plural, one {# attempt has} other {# attempts have}} not been graded here yet.',
          values: { n: missing.length },
        })}
      </p>
      <button type="button" className="button small" disabled={busy} onClick={grade}>
        {busy
          ? i18n._({ id: 'curve.grading', message: 'Grading…' })
          : i18n._({ id: 'curve.grade', message: 'Grade them now' })}
      </button>
    </div>
  )
}

export function Curves({ here }: { here: ReportsHere }): ReactNode {
  const { i18n } = useLingui()
  const all = procedures.map((procedure) => ({ procedure, points: curveOf(here.rows, here.reports, procedure.id) }))
  const some = all.filter((a) => a.points.length > 0)
  return (
    <div className="stack">
      <Missing missing={here.missing} gradeMissing={here.gradeMissing} />
      {some.map((a) => (
        <OfProcedure key={a.procedure.id} {...a} />
      ))}
      {here.ready && some.length === 0 && (
        <div className="sheet stack">
          <p>
            {i18n._({
              id: 'curve.empty',
              message: 'The curve begins with your first finished attempt at a whole case.',
            })}
          </p>
          <p>
            <Link href="/library" className="button primary">
              {i18n._({ id: 'attempts.first', message: 'Choose a procedure' })}
            </Link>
          </p>
        </div>
      )}
    </div>
  )
}
