import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { procedures } from '../../../../scenes/index.ts'
import type { Drill, Procedure } from '../../../sim/index.ts'
import { canDraw } from '../../device/checks.ts'
import { type NextUp, nextUp } from '../../history/next.ts'
import { useAttempts } from '../../history/useAttempts.ts'
import { say } from '../../i18n.ts'
import { roomAddress } from '../../live/setup.ts'
import { drillMinutes } from '../drills/DrillList.tsx'

const caseAddress = (procedure: Procedure, id: string): string => `/library/${procedure.id}/${id}`

function drillAddress(procedure: Procedure, drill: Drill): string {
  return roomAddress({ procedure: procedure.id, case: drill.case, mode: 'practice', drill: drill.id })
}

/** For who is here for the first time: a drill of a minute or two, or a whole case with a guide. */
function First({ procedure, drill }: { procedure: Procedure; drill: Drill | undefined }): ReactNode {
  const { i18n } = useLingui()
  const whole = caseAddress(procedure, procedure.cases[0]?.id ?? '')
  const values = { minutes: drill ? drillMinutes(drill) : 0, drill: drill ? say(drill.title) : '' }
  return (
    <>
      <p className="row">
        <Link href={drill ? drillAddress(procedure, drill) : whole} className="button primary large">
          {i18n._({ id: 'home.start', message: 'Start now' })}
        </Link>
        <Link href={whole} className="button large">
          {i18n._({ id: 'home.guided', message: 'A whole case, guided' })}
        </Link>
      </p>
      {drill && (
        <p className="soft">
          {i18n._({
            id: 'home.start.what',
            message: '"{drill}": {minutes} minutes, you are told what to do, and nothing can be broken.',
            values,
          })}
        </p>
      )}
    </>
  )
}

function Again({ next }: { next: NextUp }): ReactNode {
  const { i18n } = useLingui()
  const { procedure, drill } = next
  const title = drill?.title ?? procedure.cases.find((c) => c.id === next.case)?.title ?? procedure.title
  const to = drill ? drillAddress(procedure, drill) : caseAddress(procedure, next.case)
  const name = say(title)
  return (
    <>
      <p className="row">
        <Link href={to} className="button primary large">
          {i18n._({ id: 'home.next', message: 'Next: {name}', values: { name } })}
        </Link>
        <Link href="/library" className="button large">
          {i18n._({ id: 'home.all', message: 'All cases and drills' })}
        </Link>
      </p>
      <p className="soft">
        {next.times === 0
          ? i18n._({ id: 'home.next.new', message: 'You have not tried this one yet.' })
          : i18n._({ id: 'home.next.old', message: 'You have not done this one for the longest time.' })}
      </p>
    </>
  )
}

/** Without a picture there is no room: cases can still be read. */
function NoRoom(): ReactNode {
  const { i18n } = useLingui()
  return (
    <p className="row">
      <Link href="/library" className="button primary large">
        {i18n._({ id: 'home.read', message: 'Read the cases' })}
      </Link>
    </p>
  )
}

/** The one thing to press. */
export function StartNow(): ReactNode {
  const rows = useAttempts((s) => s.rows) ?? []
  const [procedure] = procedures
  if (!procedure || !canDraw()) return <NoRoom />
  const next = rows.some((r) => r.state === 'sealed') ? nextUp(procedures, rows) : null
  return next ? <Again next={next} /> : <First procedure={procedure} drill={procedure.drills?.[0]} />
}
