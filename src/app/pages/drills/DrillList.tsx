import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Drill, Procedure } from '../../../sim/index.ts'
import { HeadsetLink } from '../../headset/HeadsetLink.tsx'
import { statusOf } from '../../history/progress.ts'
import type { ReportsHere } from '../../history/useReports.ts'
import { say } from '../../i18n.ts'
import { roomAddress } from '../../live/setup.ts'
import { StatusTag } from '../library/StatusTag.tsx'

/** Minutes offered, to the half. */
export function drillMinutes(drill: Drill): number {
  return Math.round(drill.seconds / 30) / 2
}

interface ItemProps {
  readonly procedure: Procedure
  readonly drill: Drill
  readonly here: ReportsHere
}

function Item({ procedure, drill, here }: ItemProps): ReactNode {
  const { i18n } = useLingui()
  const wanted = { procedure: procedure.id, case: drill.case, mode: 'practice', drill: drill.id } as const
  const status = statusOf(here.rows, wanted)
  const report = status.last ? here.reports[status.last.id] : undefined
  return (
    <li>
      <Link href={roomAddress(wanted)} className="line">
        <span className="line-name">
          {say(drill.title)}
          <span className="small soft">
            {' · '}
            {i18n._({ id: 'drills.minutes', message: '{minutes} min', values: { minutes: drillMinutes(drill) } })}
          </span>
        </span>
        <StatusTag status={status} report={report} isDrill />
        <span className="line-arrow" aria-hidden="true">
          →
        </span>
        <span className="line-text small soft">{say(drill.task)}</span>
      </Link>
      <HeadsetLink to={roomAddress(wanted, 'headset')} />
    </li>
  )
}

/** The short exercises of a procedure: what to do, how long, and straight into the room. */
export function DrillList({ procedure, here }: { procedure: Procedure; here: ReportsHere }): ReactNode {
  const drills = procedure.drills ?? []
  return (
    <ul className="lines drills">
      {drills.map((d) => (
        <Item key={d.id} procedure={procedure} drill={d} here={here} />
      ))}
    </ul>
  )
}
