import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Procedure } from '../../../sim/index.ts'
import { say } from '../../i18n.ts'
import { protocolSteps, type StepText } from '../../outcome/protocolText.ts'
import { protocolOf } from '../../../../scenes/protocols.ts'

const SIGNS: Readonly<Record<StepText['depth'], string>> = { practised: '●', shown: '◐', told: '○' }

/** What can be practised here, what is only shown, what is only told: said before, not after. */
export function StepDepths({ procedure }: { procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const steps = protocolSteps(protocolOf(procedure.id))
  const names: Readonly<Record<StepText['depth'], string>> = {
    practised: i18n._({ id: 'depth.practised', message: 'You practise' }),
    shown: i18n._({ id: 'depth.shown', message: 'You are shown' }),
    told: i18n._({ id: 'depth.told', message: 'You are told' }),
  }
  if (steps.length === 0) return null
  const legend = (['practised', 'shown', 'told'] as const).filter((d) => steps.some((s) => s.depth === d))
  return (
    <section className="stack tight">
      <h2>{i18n._({ id: 'case.steps', message: 'What this covers' })}</h2>
      <ul className="legend small soft" aria-hidden="true">
        {legend.map((d) => (
          <li key={d} className={`depth ${d}`}>
            <span>{SIGNS[d]}</span> {names[d]}
          </li>
        ))}
      </ul>
      <ol className="depths">
        {steps.map((s) => (
          <li key={s.id} className={`depth ${s.depth}`}>
            <span aria-hidden="true">{SIGNS[s.depth]}</span>
            <span>
              {say(s.title)}
              <span className={s.depth === 'practised' ? 'visually-hidden' : 'small soft'}> · {names[s.depth]}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="small soft measure">
        {i18n._({
          id: 'case.feel',
          message: 'Here you learn where and in what order to feel. How it feels you learn on people.',
        })}
      </p>
    </section>
  )
}
