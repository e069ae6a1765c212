import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { protocolOf } from '../../../scenes/protocols.ts'
import { say } from '../i18n.ts'
import type { RoomController } from '../live/roomController.ts'
import { readProtocol, type StepState, stepsSoFar } from '../outcome/liveSteps.ts'
import { protocolSteps, type StepText } from '../outcome/protocolText.ts'

const LOOK_MS = 2000

/** How far the steps have come, looked at every two seconds. */
function useSoFar(controller: RoomController): Readonly<Record<string, StepState>> {
  const { session, bench } = controller.begun
  const protocol = useMemo(() => readProtocol(protocolOf(bench.procedure.id)), [bench])
  const [done, setDone] = useState<Readonly<Record<string, StepState>>>({})
  useEffect(() => {
    if (!protocol) return undefined
    const timer = setInterval(() => setDone(stepsSoFar(protocol, session)), LOOK_MS)
    return () => clearInterval(timer)
  }, [protocol, session])
  return done
}

function Step({ step, state }: { step: StepText; state: StepState | 'now' | 'later' }): ReactNode {
  const { i18n } = useLingui()
  const word = {
    done: i18n._({ id: 'guide.done', message: 'done' }),
    partly: i18n._({ id: 'guide.partly', message: 'something was left out' }),
    now: i18n._({ id: 'guide.now', message: 'now' }),
    later: '',
  }[state]
  return (
    <li className={state} aria-current={state === 'now' ? 'step' : undefined}>
      {say(step.title)}
      {state === 'partly' && <small>{word}</small>}
      {word && state !== 'partly' && <span className="visually-hidden"> ({word})</span>}
    </li>
  )
}

function Steps({ controller, steps }: { controller: RoomController; steps: readonly StepText[] }): ReactNode {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(true)
  const soFar = useSoFar(controller)
  const next = steps.find((s) => soFar[s.id] === undefined)
  return (
    <details className="guide" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{i18n._({ id: 'guide.title', message: 'Steps' })}</summary>
      <ol>
        {steps.map((s) => (
          <Step key={s.id} step={s} state={soFar[s.id] ?? (s === next ? 'now' : 'later')} />
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
