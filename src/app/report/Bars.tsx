import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { BandReport, Report } from '../../../scoring/index.ts'

function useBandText(part: BandReport): string {
  const { i18n } = useLingui()
  const names = {
    'needs-work': i18n._({ id: 'band.needsWork', message: 'needs practice' }),
    developing: i18n._({ id: 'band.developing', message: 'developing' }),
    competent: i18n._({ id: 'band.competent', message: 'competent in simulation' }),
    'not-set': '',
  }
  if (part.score === null) return i18n._({ id: 'band.none', message: 'not measurable with this device' })
  const name = names[part.provisional_band]
  return name === ''
    ? i18n._({ id: 'band.notSet', message: 'no band is set yet' })
    : i18n._({ id: 'band.provisional', message: 'provisional: {name}', values: { name } })
}

function Bar({ title, part }: { title: string; part: BandReport }): ReactNode {
  const score = part.score === null ? null : Math.round(part.score)
  const band = useBandText(part)
  return (
    <div>
      <p className="bar-head">
        <span>{title}</span>
        <b>{score === null ? '–' : `${score} / 100`}</b>
      </p>
      <div className="bar" aria-hidden="true">
        <i style={{ width: `${score ?? 0}%` }} />
      </div>
      <p className="small soft">{band}</p>
    </div>
  )
}

/** What the patient got, and how it was done. */
export function Bars({ report }: { report: Report }): ReactNode {
  const { i18n } = useLingui()
  return (
    <div className="bars">
      <Bar title={i18n._({ id: 'bar.result', message: 'What the patient got' })} part={report.parts.result} />
      <Bar title={i18n._({ id: 'bar.conduct', message: 'How you did it' })} part={report.parts.conduct} />
    </div>
  )
}
