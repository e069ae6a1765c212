import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { CriterionRow, Report } from '../../../scoring/index.ts'
import { say } from '../i18n.ts'
import { ShowMe } from './ShowMe.tsx'
import { expectedText, markName, measuredText, outcomeName, SIGN, TAG } from './words.ts'

function Row({ row, id }: { row: CriterionRow; id: string }): ReactNode {
  const { i18n } = useLingui()
  return (
    <tr>
      <th scope="row">
        {say(row.title)}
        <span className="source">
          {markName(i18n, row.mark)}
          {row.source !== '' && (
            <>
              {' · '}
              <span lang="en">{row.source}</span>
            </>
          )}
        </span>
      </th>
      <td>
        <span className={TAG[row.outcome]}>
          <span aria-hidden="true">{SIGN[row.outcome]}</span>
          {outcomeName(i18n, row.outcome)}
        </span>
      </td>
      <td data-label={i18n._({ id: 'criteria.measured', message: 'Measured' })}>{measuredText(i18n, row)}</td>
      <td data-label={i18n._({ id: 'criteria.expected', message: 'Expected' })}>{expectedText(i18n, row)}</td>
      <td>
        <ShowMe id={id} t={row.t} what={say(row.title)} />
      </td>
    </tr>
  )
}

/** Every criterion with what was measured, what was expected, whose number it is, and the moment. */
export function Criteria(props: { report: Report; id: string }): ReactNode {
  const { i18n } = useLingui()
  return (
    <table className="criteria">
      <thead>
        <tr>
          <th scope="col">{i18n._({ id: 'criteria.what', message: 'What was looked at' })}</th>
          <th scope="col">{i18n._({ id: 'criteria.outcome', message: 'Outcome' })}</th>
          <th scope="col">{i18n._({ id: 'criteria.measured', message: 'Measured' })}</th>
          <th scope="col">{i18n._({ id: 'criteria.expected', message: 'Expected' })}</th>
          <th scope="col">
            <span className="visually-hidden">{i18n._({ id: 'criteria.replay', message: 'Replay' })}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.report.criteria.map((row) => (
          <Row key={row.id} row={row} id={props.id} />
        ))}
      </tbody>
    </table>
  )
}
