import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import type { RoomController } from '../live/roomController.ts'
import { say } from '../i18n.ts'
import { protocolSteps } from '../outcome/protocolText.ts'
import { protocolOf } from '../../../scenes/protocols.ts'

/** Guided mode: the steps in their order, to be ticked off by the learner; folds away. */
export function Guide({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(true)
  const steps = protocolSteps(protocolOf(controller.begun.bench.procedure.id)).filter((s) => s.depth === 'practised')
  if (controller.begun.header.setup.mode !== 'guided' || steps.length === 0) return null
  return (
    <details className="guide" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{i18n._({ id: 'guide.title', message: 'Steps' })}</summary>
      <ol>
        {steps.map((s) => (
          <li key={s.id}>{say(s.title)}</li>
        ))}
      </ol>
    </details>
  )
}
