import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Drill, Procedure } from '../../../sim/index.ts'
import { HeadsetLink } from '../../headset/HeadsetLink.tsx'
import { say } from '../../i18n.ts'
import { roomAddress } from '../../live/setup.ts'

function Item({ procedure, drill }: { procedure: Procedure; drill: Drill }): ReactNode {
  const { i18n } = useLingui()
  const wanted = { procedure: procedure.id, case: drill.case, mode: 'practice', drill: drill.id } as const
  const minutes = Math.round(drill.seconds / 30) / 2
  return (
    <li>
      <Link href={roomAddress(wanted)} className="button">
        <span>
          <b>{say(drill.title)}</b>
          <span className="small soft">
            {' · '}
            {i18n._({ id: 'drills.minutes', message: '{minutes} min', values: { minutes } })}
          </span>
        </span>
        <span aria-hidden="true">→</span>
      </Link>
      <p className="small soft">{say(drill.task)}</p>
      <HeadsetLink to={roomAddress(wanted, 'headset')} />
    </li>
  )
}

/** The short exercises of a procedure: what to do, how long, and straight into the room. */
export function DrillList({ procedure }: { procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const drills = procedure.drills ?? []
  if (drills.length === 0) return null
  return (
    <details className="fold drills">
      <summary>
        {i18n._({ id: 'drills.title', message: 'Drills: one thing at a time ({n})', values: { n: drills.length } })}
      </summary>
      <ul className="cases">
        {drills.map((d) => (
          <Item key={d.id} procedure={procedure} drill={d} />
        ))}
      </ul>
    </details>
  )
}
