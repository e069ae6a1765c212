import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { protocolOf } from '../../../scenes/protocols.ts'
import { say } from '../i18n.ts'
import type { RoomController } from '../live/roomController.ts'
import type { Protocol, StepProgress } from '../../../scoring/index.ts'
import { readProtocol, stepsOfCase, stepsSoFar } from '../outcome/liveSteps.ts'
import { protocolSteps, type StepText } from '../outcome/protocolText.ts'
import { useRoom } from '../state/room.ts'

const LOOK_MS = 2000

type SoFar = Readonly<Record<string, StepProgress>>

/** How far the steps have come, looked at every two seconds. */
function useSoFar(controller: RoomController, protocol: Protocol | null): SoFar {
  const { session } = controller.begun
  const [soFar, setSoFar] = useState<SoFar>({})
  useEffect(() => {
    if (!protocol) return undefined
    const timer = setInterval(() => setSoFar(stepsSoFar(protocol, session)), LOOK_MS)
    return () => clearInterval(timer)
  }, [protocol, session])
  return soFar
}

function Step({ step, state }: { step: StepText; state: StepProgress | 'now' }): ReactNode {
  const { i18n } = useLingui()
  const word = {
    done: i18n._({ id: 'guide.done', message: 'done' }),
    partly: i18n._({ id: 'guide.partly', message: 'something was left out' }),
    begun: i18n._({ id: 'guide.begun', message: 'begun' }),
    now: i18n._({ id: 'guide.now', message: 'now' }),
    ahead: '',
  }[state]
  return (
    <li className={state} aria-current={state === 'now' ? 'step' : undefined}>
      {say(step.title)}
      {state === 'partly' && <small>{word}</small>}
      {word && state !== 'partly' && <span className="visually-hidden"> ({word})</span>}
    </li>
  )
}

interface StepsProps {
  readonly controller: RoomController
  readonly steps: readonly StepText[]
  readonly protocol: Protocol | null
}

function Steps({ controller, steps, protocol }: StepsProps): ReactNode {
  const { i18n } = useLingui()
  const over = useRoom((s) => s.view === 'tray')
  // over the tray it begins folded: instruments lie under it
  const [unfolded, setUnfolded] = useState({ tray: false, elsewhere: true })
  const place = over ? 'tray' : 'elsewhere'
  const open = unfolded[place]
  const soFar = useSoFar(controller, protocol)
  const next = steps.find((s) => (soFar[s.id] ?? 'ahead') === 'ahead')
  return (
    <details
      className="guide"
      open={open}
      onToggle={(e) => setUnfolded({ ...unfolded, [place]: e.currentTarget.open })}
    >
      <summary>
        {i18n._({ id: 'guide.title', message: 'Steps' })}
        {!open && next && <span className="next"> · {say(next.title)}</span>}
      </summary>
      <ol>
        {steps.map((s) => (
          <Step key={s.id} step={s} state={s === next ? 'now' : (soFar[s.id] ?? 'ahead')} />
        ))}
      </ol>
    </details>
  )
}

/** Guided mode: the steps of this case in their order, what is done and what comes next; folds away. */
export function Guide({ controller }: { controller: RoomController }): ReactNode {
  const { bench, header, session } = controller.begun
  const written = protocolOf(bench.procedure.id)
  const protocol = useMemo(() => readProtocol(written), [written])
  const steps = useMemo(() => {
    const practised = protocolSteps(written).filter((s) => s.depth === 'practised')
    const inCase = protocol && stepsOfCase(protocol, session)
    return inCase ? practised.filter((s) => inCase.has(s.id)) : practised
  }, [written, protocol, session])
  if (header.setup.mode !== 'guided' || steps.length === 0) return null
  return <Steps controller={controller} steps={steps} protocol={protocol} />
}
