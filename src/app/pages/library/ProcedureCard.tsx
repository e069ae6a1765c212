import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { protocolOf } from '../../../../scenes/protocols.ts'
import type { Procedure } from '../../../sim/index.ts'
import { statusOf } from '../../history/progress.ts'
import type { ReportsHere } from '../../history/useReports.ts'
import { say } from '../../i18n.ts'
import { Badge } from '../../kit/Badge.tsx'
import { Plate } from '../../kit/Plate.tsx'
import { protocolSteps } from '../../outcome/protocolText.ts'
import { DrillList } from '../drills/DrillList.tsx'
import { CaseList } from './CaseList.tsx'

interface ProcedureCardProps {
  readonly procedure: Procedure
  readonly here: ReportsHere
}

function Facts({ procedure }: { procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const steps = protocolSteps(protocolOf(procedure.id)).length
  const values = { cases: procedure.cases.length, drills: procedure.drills?.length ?? 0, steps }
  return (
    <div className="stack tight">
      <h3 className="procedure-name">{say(procedure.title)}</h3>
      <p className="soft">
        {i18n._({
          id: 'library.facts',
          message:
            '{cases, plural, one {# case} other {# cases}} of 5 to 10 minutes, {drills, plural, one {# drill} other {# drills}} of 1 to 4 minutes, {steps} steps.',
          values,
        })}
      </p>
      <p>
        <Badge tone="partly">{i18n._({ id: 'review.draft', message: 'draft, not signed' })}</Badge>
      </p>
    </div>
  )
}

/** Only what was not tried yet, once something was. */
function useUntried({ procedure, here }: ProcedureCardProps): [Procedure['cases'], ReactNode] {
  const { i18n } = useLingui()
  const [untried, setUntried] = useState(false)
  const fresh = procedure.cases.filter((c) => statusOf(here.rows, { procedure: procedure.id, case: c.id }).times === 0)
  const some = fresh.length > 0 && fresh.length < procedure.cases.length
  const filter = some && (
    <label className="check small">
      <input type="checkbox" checked={untried} onChange={(e) => setUntried(e.target.checked)} />
      {i18n._({ id: 'library.untried', message: 'Only those not tried yet' })}
    </label>
  )
  return [some && untried ? fresh : procedure.cases, filter]
}

/** A procedure with its picture, its cases and its drills. */
export function ProcedureCard({ procedure, here }: ProcedureCardProps): ReactNode {
  const { i18n } = useLingui()
  const [cases, filter] = useUntried({ procedure, here })
  return (
    <li className="sheet procedure">
      <div className="procedure-head">
        <Plate />
        <Facts procedure={procedure} />
      </div>
      <div className="procedure-lists">
        <section className="stack tight">
          <div className="row spread">
            <h4>
              {i18n._({ id: 'library.cases', message: 'Cases: from the first question to the last instruction' })}
            </h4>
            {filter}
          </div>
          <CaseList procedure={procedure} cases={cases} here={here} />
        </section>
        {(procedure.drills ?? []).length > 0 && (
          <section className="stack tight">
            <h4>{i18n._({ id: 'library.drills', message: 'Drills: one thing at a time' })}</h4>
            <DrillList procedure={procedure} here={here} />
          </section>
        )}
      </div>
    </li>
  )
}
