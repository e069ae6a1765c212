import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Procedure } from '../../../sim/index.ts'
import { say } from '../../i18n.ts'
import { protocolSteps } from '../../outcome/protocolText.ts'
import { protocolOf } from '../../../../scenes/protocols.ts'

/** What can be practised here, what is only shown, what is only told: said before, not after. */
export function StepDepths({ procedure }: { procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const steps = protocolSteps(protocolOf(procedure.id))
  const depths = [
    ['practised', i18n._({ id: 'depth.practised', message: 'You practise' })],
    ['shown', i18n._({ id: 'depth.shown', message: 'You are shown' })],
    ['told', i18n._({ id: 'depth.told', message: 'You are told' })],
  ] as const
  if (steps.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{i18n._({ id: 'case.steps', message: 'What this covers' })}</h2>
      <dl className="depths">
        {depths.map(([depth, name]) => {
          const here = steps.filter((s) => s.depth === depth)
          if (here.length === 0) return null
          return (
            <div key={depth}>
              <dt>{name}</dt>
              <dd>
                <ul>
                  {here.map((s) => (
                    <li key={s.id}>{say(s.title)}</li>
                  ))}
                </ul>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
