import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { protocolOf } from '../../../scenes/protocols.ts'
import { say } from '../i18n.ts'
import type { RoomController } from '../live/roomController.ts'
import { readProtocol, stepsDone } from '../outcome/liveSteps.ts'
import { protocolSteps, type StepText } from '../outcome/protocolText.ts'

const LOOK_MS = 2000

/** Steps that are done, looked at every two seconds. */
function useDone(controller: RoomController): readonly string[] {
  const { session, bench } = controller.begun
  const protocol = useMemo(() => readProtocol(protocolOf(bench.procedure.id)), [bench])
  const [done, setDone] = useState<readonly string[]>([])
  useEffect(() => {
    if (!protocol) return undefined
    const timer = setInterval(() => setDone(stepsDone(protocol, session)), LOOK_MS)
    return () => clearInterval(timer)
  }, [protocol, session])
  return done
}

function Step({ step, state }: { step: StepText; state: 'done' | 'now' | 'later' }): ReactNode {
  const { i18n } = useLingui()
  const word = {
    done: i18n._({ id: 'guide.done', message: 'done' }),
    now: i18n._({ id: 'guide.now', message: 'now' }),
    later: '',
  }[state]
  return (
    <li className={state} aria-current={state === 'now' ? 'step' : undefined}>
      {say(step.title)}
      {word && <span className="visually-hidden"> ({word})</span>}
    </li>
  )
}

function Steps({ controller, steps }: { controller: RoomController; steps: readonly StepText[] }): ReactNode {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(true)
  const done = useDone(controller)
  const next = steps.find((s) => !done.includes(s.id))
  return (
    <details className="guide" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{i18n._({ id: 'guide.title', message: 'Steps' })}</summary>
      <ol>
        {steps.map((s) => (
          <Step key={s.id} step={s} state={done.includes(s.id) ? 'done' : s === next ? 'now' : 'later'} />
        ))}
      </ol>
    </details>
  )
}

/** Guided mode: the steps in their order, what is done and what comes next; folds away. */
export function Guide({ controller }: { controller: RoomController }): ReactNode {
  const { bench, header } = controller.begun
  const steps = useMemo(
    () => protocolSteps(protocolOf(bench.procedure.id)).filter((s) => s.depth === 'practised'),
    [bench],
  )
  if (header.setup.mode !== 'guided' || steps.length === 0) return null
  return <Steps controller={controller} steps={steps} />
}
