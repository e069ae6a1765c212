// Every step against the last attempts: where it keeps going wrong can be seen at a glance. A table by itself.
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { say } from '../i18n.ts'
import { ScrollBox } from '../kit/ScrollBox.tsx'
import type { StepText } from '../outcome/protocolText.ts'
import { type CurvePoint, type StepMark, stepMark, stepScore } from './progress.ts'

/** Attempts shown side by side; older ones are in the plot. */
const SHOWN = 8
const GLYPHS: Readonly<Record<StepMark, string>> = { met: '●', partly: '◐', missed: '○', none: '·' }

function useMarkNames(): Readonly<Record<StepMark, string>> {
  const { i18n } = useLingui()
  return {
    met: i18n._({ id: 'matrix.met', message: 'all of it' }),
    partly: i18n._({ id: 'matrix.partly', message: 'half or more' }),
    missed: i18n._({ id: 'matrix.missed', message: 'less than half' }),
    none: i18n._({ id: 'matrix.none', message: 'not judged' }),
  }
}

function Cell({ mark, names }: { mark: StepMark; names: Readonly<Record<StepMark, string>> }): ReactNode {
  return (
    <td className={`mark ${mark}`}>
      <span aria-hidden="true">{GLYPHS[mark]}</span>
      <span className="visually-hidden">{names[mark]}</span>
    </td>
  )
}

function Legend({ names }: { names: Readonly<Record<StepMark, string>> }): ReactNode {
  return (
    <ul className="legend small soft">
      {(['met', 'partly', 'missed', 'none'] as const).map((mark) => (
        <li key={mark} className={`mark ${mark}`}>
          <span aria-hidden="true">{GLYPHS[mark]}</span> {names[mark]}
        </li>
      ))}
    </ul>
  )
}

function Head({ points }: { points: readonly CurvePoint[] }): ReactNode {
  const { i18n } = useLingui()
  return (
    <thead>
      <tr>
        <th scope="col">{i18n._({ id: 'matrix.step', message: 'Step' })}</th>
        {points.map((p) => (
          <th key={p.row.id} scope="col" className="number">
            <span className="visually-hidden">{i18n._({ id: 'curve.axis', message: 'Attempt' })} </span>
            {p.n}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export function StepMatrix({
  steps,
  points,
}: {
  steps: readonly StepText[]
  points: readonly CurvePoint[]
}): ReactNode {
  const { i18n } = useLingui()
  const names = useMarkNames()
  const last = points.slice(-SHOWN)
  const marks = steps.map((step) => ({ step, marks: last.map((p) => stepMark(stepScore(p.report, step.id))) }))
  const judged = marks.filter((m) => m.marks.some((mark) => mark !== 'none'))
  const title = i18n._({ id: 'matrix.title', message: 'Step by step' })
  return (
    <div className="stack tight">
      <h3>{title}</h3>
      <Legend names={names} />
      <ScrollBox label={title}>
        <table className="table matrix">
          <Head points={last} />
          <tbody>
            {judged.map(({ step, marks: of }) => (
              <tr key={step.id}>
                <th scope="row">{say(step.title)}</th>
                {of.map((mark, i) => (
                  <Cell key={last[i]?.row.id ?? i} mark={mark} names={names} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}
