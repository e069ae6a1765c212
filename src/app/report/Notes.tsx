import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Report } from '../../../scoring/index.ts'
import { say } from '../i18n.ts'
import { inputName } from '../history/names.ts'

/** What the reader must know beside the marks: device, lost clock, trouble with the controls, review state. */
export function Notes({ report, interrupted }: { report: Report; interrupted: boolean }): ReactNode {
  const { i18n } = useLingui()
  const note = (code: string): number | undefined => report.notes.find((n) => n.code === code)?.value
  const lost = note('clock_lost')
  const trouble = note('control_trouble')
  const skill = report.bands.hand.score === null || report.input_class !== 'controllers'
  return (
    <ul className="notes small">
      <li>{say(report.review.text)}</li>
      {skill && (
        <li>
          {i18n._({
            id: 'note.handSkill',
            message: 'Done with: {input}. Hand skill is not judged; decisions and order of steps count in full.',
            values: { input: inputName(i18n, report.input_class) },
          })}
        </li>
      )}
      {lost !== undefined && (
        <li>
          {i18n._({
            id: 'note.clockLost',
            message:
              'This device was too slow for {percent} % of the time; what depends on quick reactions is not judged.',
            values: { percent: Math.round(lost * 100) },
          })}
        </li>
      )}
      {trouble !== undefined && (
        <li>
          {i18n._({
            id: 'note.control',
            message: 'Trouble with the controls (not with the patient): {n, plural, one {# time} other {# times}}.',
            values: { n: trouble },
          })}
        </li>
      )}
      {interrupted && (
        <li>{i18n._({ id: 'note.interrupted', message: 'The attempt was interrupted and continued later.' })}</li>
      )}
    </ul>
  )
}
